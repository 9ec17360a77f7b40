/**
 * The adapters (連携アダプタ): queue receivers, and the gateways through which domains reach the broker, the mail relay and
 * other machines. They have manners, not rules: a message is unpacked, checked for its form, and handed to a desk.
 *
 * <p>A message is processed in a transaction of the database alone, apart from that of its delivery: if the server dies in
 * between, the broker delivers again and the inbox drops the copy. What cannot be processed is set aside for an operator;
 * what may work later is left to the broker, which delivers again after a pause that grows.
 */
package jp.yakuba.jmsadapters;
