package jp.yakuba.jmsadapters;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;

/** The three digits of a relay's reply, as the exceptions of a failed sending carry them in their words. */
final class SmtpReply {
    /** What is taken for a refusal without digits: one for the moment. */
    static final int FOR_THE_MOMENT = 450;

    private static final Pattern DIGITS = Pattern.compile("(?m)^\\s*([245][0-9]{2})[ -]");

    private SmtpReply() {}

    /** The gravest reply in the chain of the failure. */
    static int of(MessagingException failure) {
        var gravest = 0;
        for (Exception link = failure; link instanceof MessagingException; link = ((MessagingException) link).getNextException()) {
            var digits = DIGITS.matcher(String.valueOf(link.getMessage()));
            if (digits.find()) {
                gravest = Math.max(gravest, Integer.parseInt(digits.group(1)));
            }
        }
        return gravest == 0 ? FOR_THE_MOMENT : gravest;
    }
}
