package jp.yakuba.document.api;

/** An office that takes letters by the exchange: its code (全国地方公共団体コード, six digits) and its name. */
public record ExchangeOffice(String code, String name) {}
