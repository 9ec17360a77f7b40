/** Parts of pages that need more than markup (部品). */
package jp.yakuba.web.component;
