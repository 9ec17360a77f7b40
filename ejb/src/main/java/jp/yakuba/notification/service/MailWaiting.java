package jp.yakuba.notification.service;

/** Announced inside the domain when a mail is due; heard after the commit. */
record MailWaiting() {}
