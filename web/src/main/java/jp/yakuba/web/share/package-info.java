/** Pages of procedures that are shared between towns. */
package jp.yakuba.web.share;
