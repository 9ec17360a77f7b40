package jp.yakuba.account.api;

/** What a card made: signature certificate (DER) and signature, both Base64. */
public record CardSigned(String certificate, String signature) {
    @Override
    public String toString() {
        return "CardSigned[]";
    }
}
