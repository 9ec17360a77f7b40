/** How own procedures are published, others are copied, and drafts are made of them. */
package jp.yakuba.share.service;
