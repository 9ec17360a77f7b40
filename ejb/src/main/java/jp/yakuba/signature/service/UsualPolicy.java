package jp.yakuba.signature.service;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;

/** The library's own policy of validation, read once: it is asked for every signature, and nobody changes it. */
final class UsualPolicy {
    private static final ValidationPolicy READ = ValidationPolicyLoader.fromDefaultValidationPolicy().create();

    private UsualPolicy() {}

    static ValidationPolicy get() {
        return READ;
    }
}
