package jp.yakuba.kernel;

/** Something that happened in a domain, told in the past tense; carries identities, never entities. */
public interface DomainEvent {}
