/** Keys, trust, time stamps, and EU DSS behind the door. */
package jp.yakuba.signature.service;
