package jp.yakuba.application.api;

/** 申請 asks for a decision; 届出 is done on arrival when complete and knows no approval (行政手続法37条). */
public enum ProcedureKind {
    APPLICATION,
    NOTIFICATION
}
