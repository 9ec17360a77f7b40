package jp.yakuba.document.api;

/**
 * A template as its keeper sees it.
 *
 * @param version of its row; whoever writes names the one seen
 * @param section the section whose own it is; null for everybody
 * @param ended true if it is offered no more
 */
public record TemplateSheet(
        String code, long version, String section, int sort, String name, String title, String ask, String text, DispatchIntent dispatch,
        SealUse seal, boolean ended) {}
