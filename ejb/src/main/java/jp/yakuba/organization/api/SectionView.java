package jp.yakuba.organization.api;

/** A section: code, name, name in English, letter for document numbers, code of the parent, phone, counter number. */
public record SectionView(
        String code, String name, String english, String letter, String parent, String phone, String counter) {}
