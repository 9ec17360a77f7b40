/** What others see of procedures shared between towns. */
package jp.yakuba.share.api;
