/**
 * Joint registers (共同名簿): vendors that may bid (競争入札参加資格者名簿) and registered users of facilities (施設利用者登録), kept by one town and read by
 * agreed others.
 *
 * <p>An entry: not yet valid → valid → expired by its days; a vendor suspended for a time (指名停止); withdrawn for good. Days decide, so the state is the
 * same in every town without a message on the day.
 *
 * <p>Front door: {@link jp.yakuba.register.api.JointRegisterDesk}. It travels as the publications {@code vendor-register} and
 * {@code facility-user-register} of the exchange.
 */
@Domain(japanese = "共同名簿", storey = Domain.Storey.SQUARE, uses = {"audit", "exchange", "organization", "resident"})
package jp.yakuba.register;

import jp.yakuba.house.Domain;
