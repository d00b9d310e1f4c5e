package vn.quantriet.search.opensearch;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;
import vn.quantriet.content.Library;
import vn.quantriet.search.PassageSource;
import vn.quantriet.search.SearchIndex;
import vn.quantriet.search.lucene.LocalEngine;
import vn.quantriet.search.lucene.PassageEngines;

/** Puts OpenSearch before the index of this machine where an address of it is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(OpenSearchConfiguration.AddressIsSet.class)
class OpenSearchConfiguration {

    /** The setting may be there and empty. */
    static class AddressIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("quantriet.search.opensearch.url"));
        }
    }

    @Bean
    Clients openSearchClients(OpenSearchSettings settings) {
        return Clients.of(settings);
    }

    @Bean
    Reach openSearchReach(Clients clients, OpenSearchSettings settings, Clock clock) {
        return new Reach(new SharedIndexes(clients.asking(), settings, clock), settings.shown(), clock);
    }

    @Bean
    SharedCare sharedCare(
            Clients clients,
            OpenSearchSettings settings,
            Reach reach,
            Library library,
            ObjectProvider<PassageSource> sources,
            PlatformTransactionManager transactions,
            Clock clock) {
        // A comparison may take minutes, for which nothing else that is scheduled may wait.
        return sharedCare(
                clients,
                settings,
                reach,
                library,
                sources,
                transactions,
                clock,
                Thread.ofVirtual().name("search-opensearch")::start);
    }

    /** @param background runs comparisons */
    static SharedCare sharedCare(
            Clients clients,
            OpenSearchSettings settings,
            Reach reach,
            Library library,
            ObjectProvider<PassageSource> sources,
            PlatformTransactionManager transactions,
            Clock clock,
            Executor background) {
        var passages = new SharedPassages(clients.keeping());
        var writer = new SharedWriter(clients.keeping(), Thread.ofVirtual().name("search-opensearch-writer")::start);
        return new SharedCare(
                new SharedIndexes(clients.keeping(), settings, clock),
                reach,
                passages,
                new Comparison(passages, writer, library, sources, transactions),
                clock,
                background);
    }

    @Bean
    @Primary
    PassageEngines sharedEngines(Reach reach, Clients clients, LocalEngine local) {
        return new SharedEngines(reach, clients.asking(), local);
    }

    @Bean
    @Primary
    SearchIndex sharedSearchIndex(LocalEngine local, SharedCare care) {
        return new SharedSearchIndex(local.changes(), care);
    }
}
