package jp.yakuba.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything for programs lives below {@code /api}. */
@ApplicationPath("/api")
public class YakubaApi extends Application {}
