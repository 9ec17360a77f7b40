/** What others see of notices between towns. */
package jp.yakuba.relocation.api;
