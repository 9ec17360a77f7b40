/** Residents' pages of applications: drafts, checking, arrival, and where everything stands (電子申請). */
package jp.yakuba.web.application;
