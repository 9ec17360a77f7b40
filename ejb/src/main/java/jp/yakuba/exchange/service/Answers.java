package jp.yakuba.exchange.service;

import static jp.yakuba.exchange.api.ExchangeProblem.ANSWER_NOT_VALID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.service.container.Answer;
import jp.yakuba.exchange.service.container.AnswerXml;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.SigningMeans;

/** The signed answers to messages (受領通知・否認通知): those this office gives, and those it gets. */
@ApplicationScoped
public class Answers {
    @Inject
    private AnswerXml xml;

    @Inject
    private SigningMeans means;

    @Inject
    private OrganizationDesk organization;

    /** The receipt for a message that was entered under the number. */
    byte[] receipt(Arrival arrival, String number) {
        return xml.receipt(letter(arrival), number, hand());
    }

    /** The refusal of a message. */
    byte[] refusal(Arrival arrival, ExchangeFault fault) {
        return xml.refusal(letter(arrival), fault, fault.code(), hand());
    }

    private Answer.Letter letter(Arrival arrival) {
        return new Answer.Letter(arrival.key().id(), arrival.sha256(), arrival.key().peer(), organization.town().code());
    }

    private Hand hand() {
        return means.key().usable().orElseThrow(() -> new NoKey("The office has no key to sign an answer with"));
    }

    /** Reads an answer to the parcel; refused unless the office that got it has signed it, about this very container. */
    Answer read(Parcel parcel, byte[] content) {
        try {
            return xml.read(content, new Answer.Letter(parcel.id(), parcel.sha256(), organization.town().code(), parcel.peer()));
        } catch (ContainerRefused unbelieved) {
            throw new RuleViolation(ANSWER_NOT_VALID, unbelieved.fault().code());
        }
    }
}
