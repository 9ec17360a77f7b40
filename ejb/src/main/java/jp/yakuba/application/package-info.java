/**
 * Online applications and notifications (電子申請・届出): procedures, forms as data, bundles, drafts, submission, examination, decision, result.
 */
@Domain(japanese = "電子申請・届出", storey = Domain.Storey.COUNTER, uses = {"account", "approval", "audit", "document", "messaging", "notification", "organization", "resident", "search"})
package jp.yakuba.application;

import jp.yakuba.house.Domain;
