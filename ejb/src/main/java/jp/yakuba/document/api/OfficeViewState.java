package jp.yakuba.document.api;

/** Whether Office files can be shown as PDF on this machine. */
public enum OfficeViewState {
    OFF,
    ON
}
