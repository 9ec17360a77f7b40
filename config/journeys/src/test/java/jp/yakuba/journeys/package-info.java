/**
 * Journeys through the running office (とおし試験): a browser, the portal, the office, the outside core systems and the
 * mail, all as residents and staff meet them. One office is opened for all of them and closed at the end.
 */
package jp.yakuba.journeys;
