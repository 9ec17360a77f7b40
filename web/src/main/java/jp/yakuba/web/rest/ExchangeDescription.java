package jp.yakuba.web.rest;

import java.io.InputStream;
import jp.yakuba.exchange.api.ExchangeProblem;

/** The description of the exchange for programs (OpenAPI 3.1), which lies with the formats of the exchange. */
final class ExchangeDescription {
    private ExchangeDescription() {}

    static InputStream open() {
        return ExchangeProblem.class.getResourceAsStream("/jp/yakuba/exchange/openapi.v1.json");
    }
}
