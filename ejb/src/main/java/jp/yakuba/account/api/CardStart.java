package jp.yakuba.account.api;

/**
 * The beginning of a card's way.
 *
 * @param state goes to the card listener in the address
 * @param browser stays with the browser that began, in a cookie; without it nobody takes the card home
 */
public record CardStart(String state, String browser) {
    @Override
    public String toString() {
        return "CardStart";
    }
}
