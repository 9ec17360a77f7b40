package jp.yakuba.document.api;

/** Whether files are searched for viruses: not asked for by the settings, working, or asked for but silent. */
public enum VirusScanState {
    OFF,
    WORKING,
    SILENT
}
