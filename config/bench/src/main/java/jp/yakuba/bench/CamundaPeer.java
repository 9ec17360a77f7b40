package jp.yakuba.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;

/**
 * The reference for an approval: Camunda 7 embedded in this process, with full history, in a database of its own on the office's
 * PostgreSQL. A route of three is a process of three tasks, one after the other.
 */
final class CamundaPeer implements AutoCloseable {
    private static final String DATABASE = "bench_camunda";
    private static final String ROUTE = "route";
    private static final int POSTS = 30;

    private final ProcessEngine engine;

    private CamundaPeer(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Starts the engine on an empty database. */
    static CamundaPeer open(MeasuredTown town, int clients) throws SQLException {
        var server = "jdbc:postgresql://127.0.0.1:" + town.running().settings().ports().database() + "/";
        var password = town.running().secrets().get("database.superuser");
        try (var superuser = superuser(town, "postgres");
                var statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        var settings = (ProcessEngineConfigurationImpl) ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setJdbcUrl(server + DATABASE).setJdbcUsername("postgres").setJdbcPassword(password)
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcMaxActiveConnections(2 * clients).setJdbcMaxIdleConnections(2 * clients)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setJobExecutorActivate(false);
        settings.setEnforceHistoryTimeToLive(false);
        settings.setMetricsEnabled(false).setTaskMetricsEnabled(false);
        var peer = new CamundaPeer(settings.buildProcessEngine());
        peer.deploy();
        return peer;
    }

    /** The superuser of the office's PostgreSQL in one of its databases. */
    static Connection superuser(MeasuredTown town, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + town.running().settings().ports().database() + "/" + database,
                "postgres", town.running().secrets().get("database.superuser"));
    }

    private void deploy() {
        engine.getRepositoryService().createDeployment().addModelInstance("route.bpmn", Bpmn.createExecutableProcess(ROUTE).startEvent()
                .userTask("first").camundaAssignee("${post}-1")
                .userTask("second").camundaAssignee("${post}-2")
                .userTask("third").camundaAssignee("${post}-3")
                .endEvent().done()).deploy();
    }

    /** Starts processes until so many are open. */
    void fill(int open) throws SQLException {
        for (long there = count(); there < open; there++) {
            start("post" + there % POSTS);
        }
        try (var connection = DriverManager.getConnection(jdbcUrl(), "postgres", password()); var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    /** How many are open. */
    long count() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }

    /** Starts as many, to be approved; their ids. */
    List<String> start(int many) {
        var ids = new ArrayList<String>();
        for (int at = 0; at < many; at++) {
            ids.add(start("post0"));
        }
        return ids;
    }

    private String start(String post) {
        return engine.getRuntimeService().startProcessInstanceByKey(ROUTE, Map.of("post", post, "title", "計測用の起案")).getId();
    }

    /** Reads what a page about the process would show: the task that waits, its values, and what has happened so far. */
    void read(String process) {
        engine.getTaskService().createTaskQuery().processInstanceId(process).singleResult();
        engine.getRuntimeService().getVariables(process);
        engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(process).list();
    }

    /** Does the task of the process that waits, in the name of whoever is asked. */
    void approve(String process, int stop) {
        var tasks = engine.getTaskService();
        var who = "post0-" + stop;
        engine.getIdentityService().setAuthenticatedUserId(who);
        try {
            var task = tasks.createTaskQuery().processInstanceId(process).taskAssignee(who).singleResult();
            tasks.complete(task.getId(), Map.of("approved", true));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private String jdbcUrl() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJdbcUrl();
    }

    private String password() {
        return engine.getProcessEngineConfiguration().getJdbcPassword();
    }

    @Override
    public void close() {
        engine.close();
    }
}
