/** The portal's desks. */
package jp.yakuba.portal.service;
