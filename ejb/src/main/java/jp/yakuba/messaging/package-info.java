/**
 * Messages to and from others (連携): an outbox that leaves with the deed's own commit, an inbox that lets each message work once.
 */
@Domain(japanese = "連携", storey = Domain.Storey.FOUNDATION, uses = {})
package jp.yakuba.messaging;

import jp.yakuba.house.Domain;
