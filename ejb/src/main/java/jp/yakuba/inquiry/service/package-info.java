/** How questions and answers are written, sent and taken in. */
package jp.yakuba.inquiry.service;
