package jp.yakuba.organization.service;

/** Something that hangs on the wall was changed; told inside the domain only. */
record ChartChanged() {}
