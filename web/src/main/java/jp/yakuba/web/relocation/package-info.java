/** Pages of what other towns tell of people who lived here. */
package jp.yakuba.web.relocation;
