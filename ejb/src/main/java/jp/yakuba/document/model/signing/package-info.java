/** Electronic signatures (電子署名) of what goes out, and what keeps them provable. */
package jp.yakuba.document.model.signing;
