package jp.yakuba.messaging.service;

/** Announced inside the domain when a message may have become due; heard after the commit. */
record MessageWaiting() {}
