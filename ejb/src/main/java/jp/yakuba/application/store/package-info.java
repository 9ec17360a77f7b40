/** Where procedures, forms, drafts and applications are kept. */
package jp.yakuba.application.store;
