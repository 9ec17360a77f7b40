/**
 * Accounts and identity (利用者・認証): portal accounts, second factor, IC card, mandates, sign-in of residents and staff.
 */
@Domain(japanese = "利用者・認証", storey = Domain.Storey.FOUNDATION, uses = {"audit", "notification", "organization", "resident"})
package jp.yakuba.account;

import jp.yakuba.house.Domain;
