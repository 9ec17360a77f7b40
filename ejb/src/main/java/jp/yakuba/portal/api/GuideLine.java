package jp.yakuba.portal.api;

import jp.yakuba.application.api.Text;

/** A guide in a list: code, name, icon of the sprite. */
public record GuideLine(String code, Text name, Text summary, String icon) {}
