package jp.yakuba.application.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** What was sent at one sitting; every procedure keeps its own number, office, state and due date. */
public record BundleView(UUID id, Instant arrivedAt, LocalDateTime visitAt, String visitPlace, List<ApplicationLine> applications) {}
