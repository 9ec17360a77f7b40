/** Forms, answers and their rules. */
package jp.yakuba.inquiry.model;
