package jp.yakuba.account.api;

/**
 * How the owner of an account is written to.
 *
 * @param language of the portal and of letters: {@code ja}, {@code ja-easy} or {@code en}
 * @param mail the verified address; null if there is none
 */
public record Correspondent(String language, String mail) {}
