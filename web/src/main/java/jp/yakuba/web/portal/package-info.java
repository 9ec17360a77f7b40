/** Pages that everybody may read: home, catalogue, guide (ポータル). */
package jp.yakuba.web.portal;
