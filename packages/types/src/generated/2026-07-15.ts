// Generated from openapi/2026-07-15.yaml by `pnpm generate`; do not edit.

export interface paths {
    "/api/catalog-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List items
         * @description Lists the items of the catalog, page by page. A page has 100 of them, or fewer with `page[size]`. `filter` narrows the list, `sort` orders it by time of creation, and with `include=variants` the items' variants come along in `included`. Only the integration `$custom` and the catalog `$default` exist here.
         */
        get: operations["get_catalog_items"];
        put?: never;
        /**
         * Create an item
         * @description Creates one item and answers 201 with it. Needed are `external_id`, `title`, `description` and `url`; its id is then `$custom:::$default:::` followed by the `external_id`. `relationships.categories` puts the item into categories. `custom_metadata` is one flat JSON object of at most 100 kB. For many items at a time, submit a bulk create job.
         */
        post: operations["create_catalog_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an item
         * @description Reads one item by its id. With `include=variants` its variants come along in `included`.
         */
        get: operations["get_catalog_item"];
        put?: never;
        post?: never;
        /**
         * Delete an item
         * @description Deletes one item by its id and answers 204, without a body.
         */
        delete: operations["delete_catalog_item"];
        options?: never;
        head?: never;
        /**
         * Update an item
         * @description Changes the attributes that the request names; the others keep their values. The `id` stands both in the path and in the body. `relationships.categories` sets the categories that the item is in. A new `price` usually belongs on the item's variants, too.
         */
        patch: operations["update_catalog_item"];
        trace?: never;
    };
    "/api/catalog-variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List variants
         * @description Lists the variants of all items of the catalog, page by page. A page has 100 of them, or fewer with `page[size]`. `filter` narrows the list, for example to one item by `item.id`, and `sort` orders it by time of creation. Only the integration `$custom` and the catalog `$default` exist here.
         */
        get: operations["get_catalog_variants"];
        put?: never;
        /**
         * Create a variant
         * @description Creates one variant of an item and answers 201 with it. Needed are `external_id`, `title`, `description`, `sku`, `inventory_quantity`, `price` and `url`, and the item in `relationships.item`. `custom_metadata` is one flat JSON object of at most 100 kB. For many variants at a time, submit a bulk create job.
         */
        post: operations["create_catalog_variant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-variants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a variant
         * @description Reads one variant by its id. The answer links to the variant's item but cannot include it.
         */
        get: operations["get_catalog_variant"];
        put?: never;
        post?: never;
        /**
         * Delete a variant
         * @description Deletes one variant by its id and answers 204, without a body.
         */
        delete: operations["delete_catalog_variant"];
        options?: never;
        head?: never;
        /**
         * Update a variant
         * @description Changes the attributes that the request names; the others keep their values. The `id` stands both in the path and in the body. A variant stays with its item. A new `price` usually belongs on the item, too.
         */
        patch: operations["update_catalog_variant"];
        trace?: never;
    };
    "/api/catalog-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories
         * @description Lists the categories of the catalog, page by page. A page has 100 of them, or fewer with `page[size]`. `filter` narrows the list, for example to those of one item by `item.id`, and `sort` orders it by time of creation. Only the integration `$custom` and the catalog `$default` exist here.
         */
        get: operations["get_catalog_categories"];
        put?: never;
        /**
         * Create a category
         * @description Creates one category and answers 201 with it. Needed are `external_id` and `name`; `relationships.items` puts items into the new category. For many categories at a time, submit a bulk create job.
         */
        post: operations["create_catalog_category"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a category
         * @description Reads one category by its id. Its items are not part of the answer: they have a list of their own.
         */
        get: operations["get_catalog_category"];
        put?: never;
        post?: never;
        /**
         * Delete a category
         * @description Deletes one category by its id and answers 204, without a body.
         */
        delete: operations["delete_catalog_category"];
        options?: never;
        head?: never;
        /**
         * Update a category
         * @description Gives a category a new name. The `id` stands both in the path and in the body. `relationships.items` sets the items that are in the category.
         */
        patch: operations["update_catalog_category"];
        trace?: never;
    };
    "/api/catalog-item-bulk-create-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that create items
         * @description Lists the bulk jobs that create items, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`. To see the items themselves, read a single job.
         */
        get: operations["get_bulk_create_catalog_items_jobs"];
        put?: never;
        /**
         * Submit a job that creates items
         * @description Submits up to 100 items, in a request of up to 5 MB, to be created in the background. Every item needs `external_id`, `title`, `description` and `url`; its `custom_metadata` may have 100 kB. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_create_catalog_items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-item-bulk-create-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that creates items
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the item at fault in the request that submitted the job. With `include=items` the items that were created come along in `included`.
         */
        get: operations["get_bulk_create_catalog_items_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-item-bulk-update-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that update items
         * @description Lists the bulk jobs that update items, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`. To see the items themselves, read a single job.
         */
        get: operations["get_bulk_update_catalog_items_jobs"];
        put?: never;
        /**
         * Submit a job that updates items
         * @description Submits up to 100 items, in a request of up to 5 MB, to be updated in the background. Every item needs its `id` and, in `attributes`, what is to change. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_update_catalog_items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-item-bulk-update-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that updates items
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the item at fault in the request that submitted the job. With `include=items` the items that were updated come along in `included`.
         */
        get: operations["get_bulk_update_catalog_items_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-item-bulk-delete-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that delete items
         * @description Lists the bulk jobs that delete items, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`.
         */
        get: operations["get_bulk_delete_catalog_items_jobs"];
        put?: never;
        /**
         * Submit a job that deletes items
         * @description Submits up to 100 items, in a request of up to 5 MB, to be deleted in the background. The items are named by `type` and `id`. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_delete_catalog_items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-item-bulk-delete-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that deletes items
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the item at fault in the request that submitted the job.
         */
        get: operations["get_bulk_delete_catalog_items_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-variant-bulk-create-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that create variants
         * @description Lists the bulk jobs that create variants, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`. To see the variants themselves, read a single job.
         */
        get: operations["get_bulk_create_variants_jobs"];
        put?: never;
        /**
         * Submit a job that creates variants
         * @description Submits up to 100 variants, in a request of up to 5 MB, to be created in the background. Every variant needs `external_id`, `title`, `description`, `sku`, `inventory_quantity`, `price`, `url` and its item; its `custom_metadata` may have 100 kB. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_create_catalog_variants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-variant-bulk-create-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that creates variants
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the variant at fault in the request that submitted the job. With `include=variants` the variants that were created come along in `included`.
         */
        get: operations["get_bulk_create_variants_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-variant-bulk-update-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that update variants
         * @description Lists the bulk jobs that update variants, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`. To see the variants themselves, read a single job.
         */
        get: operations["get_bulk_update_variants_jobs"];
        put?: never;
        /**
         * Submit a job that updates variants
         * @description Submits up to 100 variants, in a request of up to 5 MB, to be updated in the background. Every variant needs its `id` and, in `attributes`, what is to change. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_update_catalog_variants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-variant-bulk-update-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that updates variants
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the variant at fault in the request that submitted the job. With `include=variants` the variants that were updated come along in `included`.
         */
        get: operations["get_bulk_update_variants_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-variant-bulk-delete-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that delete variants
         * @description Lists the bulk jobs that delete variants, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`.
         */
        get: operations["get_bulk_delete_variants_jobs"];
        put?: never;
        /**
         * Submit a job that deletes variants
         * @description Submits up to 100 variants, in a request of up to 5 MB, to be deleted in the background. The variants are named by `type` and `id`. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_delete_catalog_variants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-variant-bulk-delete-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that deletes variants
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the variant at fault in the request that submitted the job.
         */
        get: operations["get_bulk_delete_variants_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-category-bulk-create-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that create categories
         * @description Lists the bulk jobs that create categories, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`. To see the categories themselves, read a single job.
         */
        get: operations["get_bulk_create_categories_jobs"];
        put?: never;
        /**
         * Submit a job that creates categories
         * @description Submits up to 100 categories, in a request of up to 5 MB, to be created in the background. Every category needs `external_id` and `name`, and may bring its items. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_create_catalog_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-category-bulk-create-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that creates categories
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the category at fault in the request that submitted the job. With `include=categories` the categories that were created come along in `included`.
         */
        get: operations["get_bulk_create_categories_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-category-bulk-update-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that update categories
         * @description Lists the bulk jobs that update categories, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`. To see the categories themselves, read a single job.
         */
        get: operations["get_bulk_update_categories_jobs"];
        put?: never;
        /**
         * Submit a job that updates categories
         * @description Submits up to 100 categories, in a request of up to 5 MB, to be updated in the background. Every category needs its `id` and, in `attributes`, its new name. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_update_catalog_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-category-bulk-update-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that updates categories
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the category at fault in the request that submitted the job. With `include=categories` the categories that were updated come along in `included`.
         */
        get: operations["get_bulk_update_categories_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-category-bulk-delete-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs that delete categories
         * @description Lists the bulk jobs that delete categories, page by page; a page has at most 100 of them. `filter` picks those of one status, for example `equals(status,"processing")`.
         */
        get: operations["get_bulk_delete_categories_jobs"];
        put?: never;
        /**
         * Submit a job that deletes categories
         * @description Submits up to 100 categories, in a request of up to 5 MB, to be deleted in the background. The categories are named by `type` and `id`. Answers 202 with the job, which is not done by then: poll it by its id. Up to 500 jobs can be in progress at a time.
         */
        post: operations["bulk_delete_catalog_categories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-category-bulk-delete-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job that deletes categories
         * @description Reads how far a job has come: poll it until `status` is `complete` or `cancelled`. Records that fail do not fail the job: it is `complete` with `failed_count` above 0, and `errors` says why, each error pointing to the category at fault in the request that submitted the job.
         */
        get: operations["get_bulk_delete_categories_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-categories/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List items of a category
         * @description Lists the items that are in a category, as whole items, page by page. A page has 100 of them, or fewer with `page[size]`. `filter` narrows the list and `sort` orders it by time of creation; with `include=variants` the items' variants come along in `included`.
         */
        get: operations["get_items_for_catalog_category"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-categories/{id}/relationships/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ids of items of a category
         * @description Lists the items that are in a category, by `type` and `id` only, page by page. A page has 100 of them, or fewer with `page[size]`.
         */
        get: operations["get_item_ids_for_catalog_category"];
        put?: never;
        /**
         * Add items to a category
         * @description Puts the items that the request names into the category; those already in it stay. Answers 204, without a body.
         */
        post: operations["add_items_to_catalog_category"];
        /**
         * Remove items from a category
         * @description Takes the items that the request names out of the category. The items themselves are not deleted. Answers 204, without a body.
         */
        delete: operations["remove_items_from_catalog_category"];
        options?: never;
        head?: never;
        /**
         * Replace the items of a category
         * @description Makes the items that the request names the whole content of the category; all others leave it. Answers 204, without a body.
         */
        patch: operations["update_items_for_catalog_category"];
        trace?: never;
    };
    "/api/catalog-items/{id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List variants of an item
         * @description Lists the variants of an item, as whole variants, page by page. A page has 100 of them, or fewer with `page[size]`. `filter` narrows the list and `sort` orders it by time of creation.
         */
        get: operations["get_variants_for_catalog_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-items/{id}/relationships/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ids of variants of an item
         * @description Lists the variants of an item, by `type` and `id` only, page by page. A page has 100 of them, or fewer with `page[size]`.
         */
        get: operations["get_variant_ids_for_catalog_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-items/{id}/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories of an item
         * @description Lists the categories that an item is in, as whole categories, page by page. A page has 100 of them, or fewer with `page[size]`. `filter` narrows the list and `sort` orders it by time of creation.
         */
        get: operations["get_categories_for_catalog_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog-items/{id}/relationships/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ids of categories of an item
         * @description Lists the categories that an item is in, by `type` and `id` only, page by page. A page has 100 of them, or fewer with `page[size]`.
         */
        get: operations["get_category_ids_for_catalog_item"];
        put?: never;
        /**
         * Add categories to an item
         * @description Puts the item into the categories that the request names; it stays in those it was in. Answers 204, without a body.
         */
        post: operations["add_categories_to_catalog_item"];
        /**
         * Remove categories from an item
         * @description Takes the item out of the categories that the request names. The categories themselves are not deleted. Answers 204, without a body.
         */
        delete: operations["remove_categories_from_catalog_item"];
        options?: never;
        head?: never;
        /**
         * Replace the categories of an item
         * @description Makes the categories that the request names the only ones that the item is in. Answers 204, without a body.
         */
        patch: operations["update_categories_for_catalog_item"];
        trace?: never;
    };
    "/api/back-in-stock-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe a profile to a variant that is out of stock
         * @description Subscribes a profile to be notified, through the channels it chose, once a variant is back in stock. This is the endpoint for servers; pages in a browser use the client endpoint of the same name. Answers 202, without a body.
         */
        post: operations["create_back_in_stock_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Link of a single resource. */
        ObjectLinks: {
            /**
             * Format: uri
             * @description Address of the resource.
             */
            self: string;
        };
        /** @description Links of a relationship. */
        RelationshipLinks: {
            /**
             * Format: uri
             * @description Address of the relationship: ids only.
             */
            self: string;
            /**
             * Format: uri
             * @description Address of the related resources themselves.
             */
            related: string;
        };
        /** @description Links of one page of a list. */
        CollectionLinks: {
            /**
             * Format: uri
             * @description Address of this page.
             */
            self: string;
            /**
             * Format: uri
             * @description Address of the page before.
             */
            prev?: string | null;
            /**
             * Format: uri
             * @description Address of the page that follows; its `page[cursor]` continues the list.
             */
            next?: string | null;
        };
        /** @description Facts about the answer as a whole. */
        ResponseMeta: {
            agent_hints?: components["schemas"]["AgentHints"];
        };
        /** @description Hints for software agents; may be missing. */
        AgentHints: {
            /** @description What an agent could do after this answer. */
            next_steps?: string[];
        };
        /** @enum {string} */
        CatalogItemEnum: "catalog-item";
        /** @enum {string} */
        CatalogVariantEnum: "catalog-variant";
        /** @enum {string} */
        CatalogCategoryEnum: "catalog-category";
        /** @enum {string} */
        CatalogItemBulkCreateJobEnum: "catalog-item-bulk-create-job";
        /** @enum {string} */
        CatalogItemBulkUpdateJobEnum: "catalog-item-bulk-update-job";
        /** @enum {string} */
        CatalogItemBulkDeleteJobEnum: "catalog-item-bulk-delete-job";
        /** @enum {string} */
        CatalogVariantBulkCreateJobEnum: "catalog-variant-bulk-create-job";
        /** @enum {string} */
        CatalogVariantBulkUpdateJobEnum: "catalog-variant-bulk-update-job";
        /** @enum {string} */
        CatalogVariantBulkDeleteJobEnum: "catalog-variant-bulk-delete-job";
        /** @enum {string} */
        CatalogCategoryBulkCreateJobEnum: "catalog-category-bulk-create-job";
        /** @enum {string} */
        CatalogCategoryBulkUpdateJobEnum: "catalog-category-bulk-update-job";
        /** @enum {string} */
        CatalogCategoryBulkDeleteJobEnum: "catalog-category-bulk-delete-job";
        /** @enum {string} */
        BackInStockSubscriptionEnum: "back-in-stock-subscription";
        /** @enum {string} */
        ProfileEnum: "profile";
        /** @description An item of the catalog. */
        CatalogItemResponseObjectResource: {
            type: components["schemas"]["CatalogItemEnum"];
            /** @description Id of the item: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1`. */
            id: string;
            attributes: {
                /** @description Id of the record in your own system; the last part of its `id`. */
                external_id?: string | null;
                /** @description Name of the product, as shown to customers. */
                title?: string | null;
                /** @description Text that describes the product. */
                description?: string | null;
                /** @description Price that emails show for the item. When it changes, the `price` of its variants usually has to change too. */
                price?: number | null;
                /** @description Address of the product's page in your shop. */
                url?: string | null;
                /** @description Address of the full-size image. */
                image_full_url?: string | null;
                /** @description Address of the thumbnail image. */
                image_thumbnail_url?: string | null;
                /** @description Addresses of the product's images. */
                images?: string[] | null;
                /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                custom_metadata?: Record<string, unknown> | null;
                /** @description Whether the product is published. */
                published?: boolean | null;
                /**
                 * Format: date-time
                 * @description When the record was created (ISO 8601).
                 */
                created?: string | null;
                /**
                 * Format: date-time
                 * @description When the record last changed (ISO 8601).
                 */
                updated?: string | null;
            };
            relationships?: {
                /** @description Variants of the item. */
                variants?: {
                    data?: {
                        type: components["schemas"]["CatalogVariantEnum"];
                        /** @description Id of the variant. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of items. */
        GetCatalogItemResponseCollectionCompoundDocument: {
            data: components["schemas"]["CatalogItemResponseObjectResource"][];
            /** @description The variants, when `include` asks for them. */
            included?: components["schemas"]["CatalogVariantResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One item. */
        GetCatalogItemResponseCompoundDocument: {
            data: components["schemas"]["CatalogItemResponseObjectResource"];
            /** @description The variants, when `include` asks for them. */
            included?: components["schemas"]["CatalogVariantResponseObjectResource"][];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The item as it is once created. */
        PostCatalogItemResponse: {
            /** @description An item of the catalog. */
            data: {
                type: components["schemas"]["CatalogItemEnum"];
                /** @description Id of the item: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1`. */
                id: string;
                attributes: {
                    /** @description Id of the record in your own system; the last part of its `id`. */
                    external_id?: string | null;
                    /** @description Name of the product, as shown to customers. */
                    title?: string | null;
                    /** @description Text that describes the product. */
                    description?: string | null;
                    /** @description Price that emails show for the item. When it changes, the `price` of its variants usually has to change too. */
                    price?: number | null;
                    /** @description Address of the product's page in your shop. */
                    url?: string | null;
                    /** @description Address of the full-size image. */
                    image_full_url?: string | null;
                    /** @description Address of the thumbnail image. */
                    image_thumbnail_url?: string | null;
                    /** @description Addresses of the product's images. */
                    images?: string[] | null;
                    /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                    custom_metadata?: Record<string, unknown> | null;
                    /** @description Whether the product is published. */
                    published?: boolean | null;
                    /**
                     * Format: date-time
                     * @description When the record was created (ISO 8601).
                     */
                    created?: string | null;
                    /**
                     * Format: date-time
                     * @description When the record last changed (ISO 8601).
                     */
                    updated?: string | null;
                };
                relationships?: {
                    /** @description Variants of the item. */
                    variants?: {
                        data?: {
                            type: components["schemas"]["CatalogVariantEnum"];
                            /** @description Id of the variant. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The item as it is once updated. */
        PatchCatalogItemResponse: {
            /** @description An item of the catalog. */
            data: {
                type: components["schemas"]["CatalogItemEnum"];
                /** @description Id of the item: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1`. */
                id: string;
                attributes: {
                    /** @description Id of the record in your own system; the last part of its `id`. */
                    external_id?: string | null;
                    /** @description Name of the product, as shown to customers. */
                    title?: string | null;
                    /** @description Text that describes the product. */
                    description?: string | null;
                    /** @description Price that emails show for the item. When it changes, the `price` of its variants usually has to change too. */
                    price?: number | null;
                    /** @description Address of the product's page in your shop. */
                    url?: string | null;
                    /** @description Address of the full-size image. */
                    image_full_url?: string | null;
                    /** @description Address of the thumbnail image. */
                    image_thumbnail_url?: string | null;
                    /** @description Addresses of the product's images. */
                    images?: string[] | null;
                    /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                    custom_metadata?: Record<string, unknown> | null;
                    /** @description Whether the product is published. */
                    published?: boolean | null;
                    /**
                     * Format: date-time
                     * @description When the record was created (ISO 8601).
                     */
                    created?: string | null;
                    /**
                     * Format: date-time
                     * @description When the record last changed (ISO 8601).
                     */
                    updated?: string | null;
                };
                relationships?: {
                    /** @description Variants of the item. */
                    variants?: {
                        data?: {
                            type: components["schemas"]["CatalogVariantEnum"];
                            /** @description Id of the variant. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request to create an item. */
        CatalogItemCreateQuery: {
            data: components["schemas"]["CatalogItemCreateQueryResourceObject"];
        };
        /** @description An item to create. */
        CatalogItemCreateQueryResourceObject: {
            type: components["schemas"]["CatalogItemEnum"];
            attributes: {
                /** @description Id of the record in your own system; the last part of its `id`. */
                external_id: string;
                /**
                 * @description Integration that owns the record, the first part of its `id`. There is only `$custom`.
                 * @default $custom
                 * @enum {string|null}
                 */
                integration_type?: "$custom" | null;
                /**
                 * @description Catalog of the record, the middle part of its `id`. There is only `$default`.
                 * @default $default
                 */
                catalog_type?: string | null;
                /** @description Name of the product, as shown to customers. */
                title: string;
                /** @description Text that describes the product. */
                description: string;
                /** @description Price that emails show for the item. When it changes, the `price` of its variants usually has to change too. */
                price?: number | null;
                /** @description Address of the product's page in your shop. */
                url: string;
                /** @description Address of the full-size image. */
                image_full_url?: string | null;
                /** @description Address of the thumbnail image. */
                image_thumbnail_url?: string | null;
                /** @description Addresses of the product's images. */
                images?: string[] | null;
                /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                custom_metadata?: Record<string, unknown> | null;
                /**
                 * @description Whether the product is published; it is unless told otherwise.
                 * @default true
                 */
                published?: boolean | null;
            };
            relationships?: {
                /** @description Categories that the item is in. */
                categories?: {
                    data?: {
                        type: components["schemas"]["CatalogCategoryEnum"];
                        /** @description Id of the category. */
                        id: string;
                    }[];
                };
            };
        };
        /** @description Request to update an item. */
        CatalogItemUpdateQuery: {
            data: components["schemas"]["CatalogItemUpdateQueryResourceObject"];
        };
        /** @description An item to update: its id and what is to change. */
        CatalogItemUpdateQueryResourceObject: {
            type: components["schemas"]["CatalogItemEnum"];
            /** @description Id of the item: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1`. */
            id: string;
            attributes: {
                /** @description Name of the product, as shown to customers. */
                title?: string | null;
                /** @description Text that describes the product. */
                description?: string | null;
                /** @description Price that emails show for the item. When it changes, the `price` of its variants usually has to change too. */
                price?: number | null;
                /** @description Address of the product's page in your shop. */
                url?: string | null;
                /** @description Address of the full-size image. */
                image_full_url?: string | null;
                /** @description Address of the thumbnail image. */
                image_thumbnail_url?: string | null;
                /** @description Addresses of the product's images. */
                images?: string[] | null;
                /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                custom_metadata?: Record<string, unknown> | null;
                /** @description Whether the product is published. */
                published?: boolean | null;
            };
            relationships?: {
                /** @description Categories that the item is in. */
                categories?: {
                    data?: {
                        type: components["schemas"]["CatalogCategoryEnum"];
                        /** @description Id of the category. */
                        id: string;
                    }[];
                };
            };
        };
        /** @description An item to delete, by id. */
        CatalogItemDeleteQueryResourceObject: {
            type: components["schemas"]["CatalogItemEnum"];
            /** @description Id of the item: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1`. */
            id: string;
        };
        /** @description A variant of the catalog. */
        CatalogVariantResponseObjectResource: {
            type: components["schemas"]["CatalogVariantEnum"];
            /** @description Id of the variant: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1-M`. */
            id: string;
            attributes: {
                /** @description Id of the record in your own system; the last part of its `id`. */
                external_id?: string | null;
                /** @description Name of the product, as shown to customers. */
                title?: string | null;
                /** @description Text that describes the product. */
                description?: string | null;
                /** @description Stock keeping unit of the variant. */
                sku?: string | null;
                /**
                 * @description Whether the variant may appear in product feeds and blocks while out of stock: with `1` it may not, with `0` or `2` it may.
                 * @enum {integer|null}
                 */
                inventory_policy?: 0 | 1 | 2 | null;
                /** @description How many of the variant are in stock. */
                inventory_quantity?: number | null;
                /** @description Price that emails show for the variant. When it changes, the `price` of its item usually has to change too. */
                price?: number | null;
                /** @description Address of the product's page in your shop. */
                url?: string | null;
                /** @description Address of the full-size image. */
                image_full_url?: string | null;
                /** @description Address of the thumbnail image. */
                image_thumbnail_url?: string | null;
                /** @description Addresses of the product's images. */
                images?: string[] | null;
                /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                custom_metadata?: Record<string, unknown> | null;
                /** @description Whether the product is published. */
                published?: boolean | null;
                /**
                 * Format: date-time
                 * @description When the record was created (ISO 8601).
                 */
                created?: string | null;
                /**
                 * Format: date-time
                 * @description When the record last changed (ISO 8601).
                 */
                updated?: string | null;
            };
            relationships?: {
                /** @description Item that the variant belongs to. */
                item?: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    };
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of variants. */
        GetCatalogVariantResponseCollection: {
            data: components["schemas"]["CatalogVariantResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One variant. */
        GetCatalogVariantResponse: {
            data: components["schemas"]["CatalogVariantResponseObjectResource"];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The variant as it is once created. */
        PostCatalogVariantResponse: {
            /** @description A variant of the catalog. */
            data: {
                type: components["schemas"]["CatalogVariantEnum"];
                /** @description Id of the variant: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1-M`. */
                id: string;
                attributes: {
                    /** @description Id of the record in your own system; the last part of its `id`. */
                    external_id?: string | null;
                    /** @description Name of the product, as shown to customers. */
                    title?: string | null;
                    /** @description Text that describes the product. */
                    description?: string | null;
                    /** @description Stock keeping unit of the variant. */
                    sku?: string | null;
                    /**
                     * @description Whether the variant may appear in product feeds and blocks while out of stock: with `1` it may not, with `0` or `2` it may.
                     * @enum {integer|null}
                     */
                    inventory_policy?: 0 | 1 | 2 | null;
                    /** @description How many of the variant are in stock. */
                    inventory_quantity?: number | null;
                    /** @description Price that emails show for the variant. When it changes, the `price` of its item usually has to change too. */
                    price?: number | null;
                    /** @description Address of the product's page in your shop. */
                    url?: string | null;
                    /** @description Address of the full-size image. */
                    image_full_url?: string | null;
                    /** @description Address of the thumbnail image. */
                    image_thumbnail_url?: string | null;
                    /** @description Addresses of the product's images. */
                    images?: string[] | null;
                    /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                    custom_metadata?: Record<string, unknown> | null;
                    /** @description Whether the product is published. */
                    published?: boolean | null;
                    /**
                     * Format: date-time
                     * @description When the record was created (ISO 8601).
                     */
                    created?: string | null;
                    /**
                     * Format: date-time
                     * @description When the record last changed (ISO 8601).
                     */
                    updated?: string | null;
                };
                relationships?: {
                    /** @description Item that the variant belongs to. */
                    item?: {
                        data?: {
                            type: components["schemas"]["CatalogItemEnum"];
                            /** @description Id of the item. */
                            id: string;
                        };
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The variant as it is once updated. */
        PatchCatalogVariantResponse: {
            /** @description A variant of the catalog. */
            data: {
                type: components["schemas"]["CatalogVariantEnum"];
                /** @description Id of the variant: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1-M`. */
                id: string;
                attributes: {
                    /** @description Id of the record in your own system; the last part of its `id`. */
                    external_id?: string | null;
                    /** @description Name of the product, as shown to customers. */
                    title?: string | null;
                    /** @description Text that describes the product. */
                    description?: string | null;
                    /** @description Stock keeping unit of the variant. */
                    sku?: string | null;
                    /**
                     * @description Whether the variant may appear in product feeds and blocks while out of stock: with `1` it may not, with `0` or `2` it may.
                     * @enum {integer|null}
                     */
                    inventory_policy?: 0 | 1 | 2 | null;
                    /** @description How many of the variant are in stock. */
                    inventory_quantity?: number | null;
                    /** @description Price that emails show for the variant. When it changes, the `price` of its item usually has to change too. */
                    price?: number | null;
                    /** @description Address of the product's page in your shop. */
                    url?: string | null;
                    /** @description Address of the full-size image. */
                    image_full_url?: string | null;
                    /** @description Address of the thumbnail image. */
                    image_thumbnail_url?: string | null;
                    /** @description Addresses of the product's images. */
                    images?: string[] | null;
                    /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                    custom_metadata?: Record<string, unknown> | null;
                    /** @description Whether the product is published. */
                    published?: boolean | null;
                    /**
                     * Format: date-time
                     * @description When the record was created (ISO 8601).
                     */
                    created?: string | null;
                    /**
                     * Format: date-time
                     * @description When the record last changed (ISO 8601).
                     */
                    updated?: string | null;
                };
                relationships?: {
                    /** @description Item that the variant belongs to. */
                    item?: {
                        data?: {
                            type: components["schemas"]["CatalogItemEnum"];
                            /** @description Id of the item. */
                            id: string;
                        };
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request to create a variant. */
        CatalogVariantCreateQuery: {
            data: components["schemas"]["CatalogVariantCreateQueryResourceObject"];
        };
        /** @description A variant to create. */
        CatalogVariantCreateQueryResourceObject: {
            type: components["schemas"]["CatalogVariantEnum"];
            attributes: {
                /** @description Id of the record in your own system; the last part of its `id`. */
                external_id: string;
                /**
                 * @description Integration that owns the record, the first part of its `id`. There is only `$custom`.
                 * @default $custom
                 * @enum {string|null}
                 */
                integration_type?: "$custom" | null;
                /**
                 * @description Catalog of the record, the middle part of its `id`. There is only `$default`.
                 * @default $default
                 */
                catalog_type?: string | null;
                /** @description Name of the product, as shown to customers. */
                title: string;
                /** @description Text that describes the product. */
                description: string;
                /** @description Stock keeping unit of the variant. */
                sku: string;
                /**
                 * @description Whether the variant may appear in product feeds and blocks while out of stock: with `1` it may not, with `0` or `2` it may. `0` unless given.
                 * @default 0
                 * @enum {integer|null}
                 */
                inventory_policy?: 0 | 1 | 2 | null;
                /** @description How many of the variant are in stock. */
                inventory_quantity: number;
                /** @description Price that emails show for the variant. When it changes, the `price` of its item usually has to change too. */
                price: number;
                /** @description Address of the product's page in your shop. */
                url: string;
                /** @description Address of the full-size image. */
                image_full_url?: string | null;
                /** @description Address of the thumbnail image. */
                image_thumbnail_url?: string | null;
                /** @description Addresses of the product's images. */
                images?: string[] | null;
                /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                custom_metadata?: Record<string, unknown> | null;
                /**
                 * @description Whether the product is published; it is unless told otherwise.
                 * @default true
                 */
                published?: boolean | null;
            };
            relationships: {
                /** @description Item that the variant belongs to. */
                item: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    };
                };
            };
        };
        /** @description Request to update a variant. */
        CatalogVariantUpdateQuery: {
            data: components["schemas"]["CatalogVariantUpdateQueryResourceObject"];
        };
        /** @description A variant to update: its id and what is to change. */
        CatalogVariantUpdateQueryResourceObject: {
            type: components["schemas"]["CatalogVariantEnum"];
            /** @description Id of the variant: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1-M`. */
            id: string;
            attributes: {
                /** @description Name of the product, as shown to customers. */
                title?: string | null;
                /** @description Text that describes the product. */
                description?: string | null;
                /** @description Stock keeping unit of the variant. */
                sku?: string | null;
                /**
                 * @description Whether the variant may appear in product feeds and blocks while out of stock: with `1` it may not, with `0` or `2` it may.
                 * @enum {integer|null}
                 */
                inventory_policy?: 0 | 1 | 2 | null;
                /** @description How many of the variant are in stock. */
                inventory_quantity?: number | null;
                /** @description Price that emails show for the variant. When it changes, the `price` of its item usually has to change too. */
                price?: number | null;
                /** @description Address of the product's page in your shop. */
                url?: string | null;
                /** @description Address of the full-size image. */
                image_full_url?: string | null;
                /** @description Address of the thumbnail image. */
                image_thumbnail_url?: string | null;
                /** @description Addresses of the product's images. */
                images?: string[] | null;
                /** @description Your own data about the product: one flat JSON object of at most 100 kB. */
                custom_metadata?: Record<string, unknown> | null;
                /** @description Whether the product is published. */
                published?: boolean | null;
            };
        };
        /** @description A variant to delete, by id. */
        CatalogVariantDeleteQueryResourceObject: {
            type: components["schemas"]["CatalogVariantEnum"];
            /** @description Id of the variant: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRT-1-M`. */
            id: string;
        };
        /** @description A category of the catalog. */
        CatalogCategoryResponseObjectResource: {
            type: components["schemas"]["CatalogCategoryEnum"];
            /** @description Id of the category: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRTS`. */
            id: string;
            attributes: {
                /** @description Id of the record in your own system; the last part of its `id`. */
                external_id?: string | null;
                /** @description Name of the category. */
                name?: string | null;
                /**
                 * Format: date-time
                 * @description When the record last changed (ISO 8601).
                 */
                updated?: string | null;
            };
            relationships?: {
                /** @description Items in the category. */
                items?: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of categories. */
        GetCatalogCategoryResponseCollection: {
            data: components["schemas"]["CatalogCategoryResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One category. */
        GetCatalogCategoryResponse: {
            data: components["schemas"]["CatalogCategoryResponseObjectResource"];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The category as it is once created. */
        PostCatalogCategoryResponse: {
            /** @description A category of the catalog. */
            data: {
                type: components["schemas"]["CatalogCategoryEnum"];
                /** @description Id of the category: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRTS`. */
                id: string;
                attributes: {
                    /** @description Id of the record in your own system; the last part of its `id`. */
                    external_id?: string | null;
                    /** @description Name of the category. */
                    name?: string | null;
                    /**
                     * Format: date-time
                     * @description When the record last changed (ISO 8601).
                     */
                    updated?: string | null;
                };
                relationships?: {
                    /** @description Items in the category. */
                    items?: {
                        data?: {
                            type: components["schemas"]["CatalogItemEnum"];
                            /** @description Id of the item. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The category as it is once updated. */
        PatchCatalogCategoryResponse: {
            /** @description A category of the catalog. */
            data: {
                type: components["schemas"]["CatalogCategoryEnum"];
                /** @description Id of the category: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRTS`. */
                id: string;
                attributes: {
                    /** @description Id of the record in your own system; the last part of its `id`. */
                    external_id?: string | null;
                    /** @description Name of the category. */
                    name?: string | null;
                    /**
                     * Format: date-time
                     * @description When the record last changed (ISO 8601).
                     */
                    updated?: string | null;
                };
                relationships?: {
                    /** @description Items in the category. */
                    items?: {
                        data?: {
                            type: components["schemas"]["CatalogItemEnum"];
                            /** @description Id of the item. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request to create a category. */
        CatalogCategoryCreateQuery: {
            data: components["schemas"]["CatalogCategoryCreateQueryResourceObject"];
        };
        /** @description A category to create. */
        CatalogCategoryCreateQueryResourceObject: {
            type: components["schemas"]["CatalogCategoryEnum"];
            attributes: {
                /** @description Id of the record in your own system; the last part of its `id`. */
                external_id: string;
                /** @description Name of the category. */
                name: string;
                /**
                 * @description Integration that owns the record, the first part of its `id`. There is only `$custom`.
                 * @default $custom
                 * @enum {string|null}
                 */
                integration_type?: "$custom" | null;
                /**
                 * @description Catalog of the record, the middle part of its `id`. There is only `$default`.
                 * @default $default
                 */
                catalog_type?: string | null;
            };
            relationships?: {
                /** @description Items in the category. */
                items?: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    }[];
                };
            };
        };
        /** @description Request to update a category. */
        CatalogCategoryUpdateQuery: {
            data: components["schemas"]["CatalogCategoryUpdateQueryResourceObject"];
        };
        /** @description A category to update: its id and what is to change. */
        CatalogCategoryUpdateQueryResourceObject: {
            type: components["schemas"]["CatalogCategoryEnum"];
            /** @description Id of the category: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRTS`. */
            id: string;
            attributes: {
                /** @description Name of the category. */
                name?: string | null;
            };
            relationships?: {
                /** @description Items in the category. */
                items?: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    }[];
                };
            };
        };
        /** @description A category to delete, by id. */
        CatalogCategoryDeleteQueryResourceObject: {
            type: components["schemas"]["CatalogCategoryEnum"];
            /** @description Id of the category: `{integration}:::{catalog}:::{external_id}`, for example `$custom:::$default:::SHIRTS`. */
            id: string;
        };
        /** @description Why a record of a job failed. */
        APIJobErrorPayload: {
            /** @description Id of this error. */
            id: string;
            /** @description Kind of error, for programs: `invalid`, for example. */
            code: string;
            /** @description The error in a few words. */
            title: string;
            /** @description What exactly is wrong. */
            detail: string;
            source: components["schemas"]["ErrorSource"];
        };
        /** @description Where in the request the error comes from. */
        ErrorSource: {
            /**
             * @description JSON pointer into the body of the request that submitted the job: the only way to tell which record failed.
             * @default /data
             */
            pointer?: string | null;
        };
        /** @description A job that creates items. */
        CatalogItemCreateJobResponseObjectResource: {
            type: components["schemas"]["CatalogItemBulkCreateJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Items that the job has dealt with successfully. */
                items?: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that create items. */
        GetCatalogItemCreateJobResponseCollectionCompoundDocument: {
            data: components["schemas"]["CatalogItemCreateJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that creates items. */
        GetCatalogItemCreateJobResponseCompoundDocument: {
            data: components["schemas"]["CatalogItemCreateJobResponseObjectResource"];
            /** @description The items that the job has created, when `include` asks for them. */
            included?: components["schemas"]["CatalogItemResponseObjectResource"][];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogItemCreateJobResponse: {
            /** @description A job that creates items. */
            data: {
                type: components["schemas"]["CatalogItemBulkCreateJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Items that the job has dealt with successfully. */
                    items?: {
                        data?: {
                            type: components["schemas"]["CatalogItemEnum"];
                            /** @description Id of the item. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that creates items. */
        CatalogItemCreateJobCreateQuery: {
            data: components["schemas"]["CatalogItemCreateJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the items to create. */
        CatalogItemCreateJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogItemBulkCreateJobEnum"];
            attributes: {
                /** @description The items to create, 100 at most. */
                items: {
                    data: components["schemas"]["CatalogItemCreateQueryResourceObject"][];
                };
            };
        };
        /** @description A job that updates items. */
        CatalogItemUpdateJobResponseObjectResource: {
            type: components["schemas"]["CatalogItemBulkUpdateJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Items that the job has dealt with successfully. */
                items?: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that update items. */
        GetCatalogItemUpdateJobResponseCollectionCompoundDocument: {
            data: components["schemas"]["CatalogItemUpdateJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that updates items. */
        GetCatalogItemUpdateJobResponseCompoundDocument: {
            data: components["schemas"]["CatalogItemUpdateJobResponseObjectResource"];
            /** @description The items that the job has updated, when `include` asks for them. */
            included?: components["schemas"]["CatalogItemResponseObjectResource"][];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogItemUpdateJobResponse: {
            /** @description A job that updates items. */
            data: {
                type: components["schemas"]["CatalogItemBulkUpdateJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Items that the job has dealt with successfully. */
                    items?: {
                        data?: {
                            type: components["schemas"]["CatalogItemEnum"];
                            /** @description Id of the item. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that updates items. */
        CatalogItemUpdateJobCreateQuery: {
            data: components["schemas"]["CatalogItemUpdateJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the items to update. */
        CatalogItemUpdateJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogItemBulkUpdateJobEnum"];
            attributes: {
                /** @description The items to update, 100 at most. */
                items: {
                    data: components["schemas"]["CatalogItemUpdateQueryResourceObject"][];
                };
            };
        };
        /** @description A job that deletes items. */
        CatalogItemDeleteJobResponseObjectResource: {
            type: components["schemas"]["CatalogItemBulkDeleteJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Items that the job has dealt with successfully. */
                items?: {
                    data?: {
                        type: components["schemas"]["CatalogItemEnum"];
                        /** @description Id of the item. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that delete items. */
        GetCatalogItemDeleteJobResponseCollection: {
            data: components["schemas"]["CatalogItemDeleteJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that deletes items. */
        GetCatalogItemDeleteJobResponse: {
            data: components["schemas"]["CatalogItemDeleteJobResponseObjectResource"];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogItemDeleteJobResponse: {
            /** @description A job that deletes items. */
            data: {
                type: components["schemas"]["CatalogItemBulkDeleteJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Items that the job has dealt with successfully. */
                    items?: {
                        data?: {
                            type: components["schemas"]["CatalogItemEnum"];
                            /** @description Id of the item. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that deletes items. */
        CatalogItemDeleteJobCreateQuery: {
            data: components["schemas"]["CatalogItemDeleteJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the items to delete. */
        CatalogItemDeleteJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogItemBulkDeleteJobEnum"];
            attributes: {
                /** @description The items to delete, 100 at most. */
                items: {
                    data: components["schemas"]["CatalogItemDeleteQueryResourceObject"][];
                };
            };
        };
        /** @description A job that creates variants. */
        CatalogVariantCreateJobResponseObjectResource: {
            type: components["schemas"]["CatalogVariantBulkCreateJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Variants that the job has dealt with successfully. */
                variants?: {
                    data?: {
                        type: components["schemas"]["CatalogVariantEnum"];
                        /** @description Id of the variant. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that create variants. */
        GetCatalogVariantCreateJobResponseCollectionCompoundDocument: {
            data: components["schemas"]["CatalogVariantCreateJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that creates variants. */
        GetCatalogVariantCreateJobResponseCompoundDocument: {
            data: components["schemas"]["CatalogVariantCreateJobResponseObjectResource"];
            /** @description The variants that the job has created, when `include` asks for them. */
            included?: components["schemas"]["CatalogVariantResponseObjectResource"][];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogVariantCreateJobResponse: {
            /** @description A job that creates variants. */
            data: {
                type: components["schemas"]["CatalogVariantBulkCreateJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Variants that the job has dealt with successfully. */
                    variants?: {
                        data?: {
                            type: components["schemas"]["CatalogVariantEnum"];
                            /** @description Id of the variant. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that creates variants. */
        CatalogVariantCreateJobCreateQuery: {
            data: components["schemas"]["CatalogVariantCreateJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the variants to create. */
        CatalogVariantCreateJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogVariantBulkCreateJobEnum"];
            attributes: {
                /** @description The variants to create, 100 at most. */
                variants: {
                    data: components["schemas"]["CatalogVariantCreateQueryResourceObject"][];
                };
            };
        };
        /** @description A job that updates variants. */
        CatalogVariantUpdateJobResponseObjectResource: {
            type: components["schemas"]["CatalogVariantBulkUpdateJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Variants that the job has dealt with successfully. */
                variants?: {
                    data?: {
                        type: components["schemas"]["CatalogVariantEnum"];
                        /** @description Id of the variant. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that update variants. */
        GetCatalogVariantUpdateJobResponseCollectionCompoundDocument: {
            data: components["schemas"]["CatalogVariantUpdateJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that updates variants. */
        GetCatalogVariantUpdateJobResponseCompoundDocument: {
            data: components["schemas"]["CatalogVariantUpdateJobResponseObjectResource"];
            /** @description The variants that the job has updated, when `include` asks for them. */
            included?: components["schemas"]["CatalogVariantResponseObjectResource"][];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogVariantUpdateJobResponse: {
            /** @description A job that updates variants. */
            data: {
                type: components["schemas"]["CatalogVariantBulkUpdateJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Variants that the job has dealt with successfully. */
                    variants?: {
                        data?: {
                            type: components["schemas"]["CatalogVariantEnum"];
                            /** @description Id of the variant. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that updates variants. */
        CatalogVariantUpdateJobCreateQuery: {
            data: components["schemas"]["CatalogVariantUpdateJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the variants to update. */
        CatalogVariantUpdateJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogVariantBulkUpdateJobEnum"];
            attributes: {
                /** @description The variants to update, 100 at most. */
                variants: {
                    data: components["schemas"]["CatalogVariantUpdateQueryResourceObject"][];
                };
            };
        };
        /** @description A job that deletes variants. */
        CatalogVariantDeleteJobResponseObjectResource: {
            type: components["schemas"]["CatalogVariantBulkDeleteJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Variants that the job has dealt with successfully. */
                variants?: {
                    data?: {
                        type: components["schemas"]["CatalogVariantEnum"];
                        /** @description Id of the variant. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that delete variants. */
        GetCatalogVariantDeleteJobResponseCollection: {
            data: components["schemas"]["CatalogVariantDeleteJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that deletes variants. */
        GetCatalogVariantDeleteJobResponse: {
            data: components["schemas"]["CatalogVariantDeleteJobResponseObjectResource"];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogVariantDeleteJobResponse: {
            /** @description A job that deletes variants. */
            data: {
                type: components["schemas"]["CatalogVariantBulkDeleteJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Variants that the job has dealt with successfully. */
                    variants?: {
                        data?: {
                            type: components["schemas"]["CatalogVariantEnum"];
                            /** @description Id of the variant. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that deletes variants. */
        CatalogVariantDeleteJobCreateQuery: {
            data: components["schemas"]["CatalogVariantDeleteJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the variants to delete. */
        CatalogVariantDeleteJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogVariantBulkDeleteJobEnum"];
            attributes: {
                /** @description The variants to delete, 100 at most. */
                variants: {
                    data: components["schemas"]["CatalogVariantDeleteQueryResourceObject"][];
                };
            };
        };
        /** @description A job that creates categories. */
        CatalogCategoryCreateJobResponseObjectResource: {
            type: components["schemas"]["CatalogCategoryBulkCreateJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Categories that the job has dealt with successfully. */
                categories?: {
                    data?: {
                        type: components["schemas"]["CatalogCategoryEnum"];
                        /** @description Id of the category. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that create categories. */
        GetCatalogCategoryCreateJobResponseCollectionCompoundDocument: {
            data: components["schemas"]["CatalogCategoryCreateJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that creates categories. */
        GetCatalogCategoryCreateJobResponseCompoundDocument: {
            data: components["schemas"]["CatalogCategoryCreateJobResponseObjectResource"];
            /** @description The categories that the job has created, when `include` asks for them. */
            included?: components["schemas"]["CatalogCategoryResponseObjectResource"][];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogCategoryCreateJobResponse: {
            /** @description A job that creates categories. */
            data: {
                type: components["schemas"]["CatalogCategoryBulkCreateJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Categories that the job has dealt with successfully. */
                    categories?: {
                        data?: {
                            type: components["schemas"]["CatalogCategoryEnum"];
                            /** @description Id of the category. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that creates categories. */
        CatalogCategoryCreateJobCreateQuery: {
            data: components["schemas"]["CatalogCategoryCreateJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the categories to create. */
        CatalogCategoryCreateJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogCategoryBulkCreateJobEnum"];
            attributes: {
                /** @description The categories to create, 100 at most. */
                categories: {
                    data: components["schemas"]["CatalogCategoryCreateQueryResourceObject"][];
                };
            };
        };
        /** @description A job that updates categories. */
        CatalogCategoryUpdateJobResponseObjectResource: {
            type: components["schemas"]["CatalogCategoryBulkUpdateJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Categories that the job has dealt with successfully. */
                categories?: {
                    data?: {
                        type: components["schemas"]["CatalogCategoryEnum"];
                        /** @description Id of the category. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that update categories. */
        GetCatalogCategoryUpdateJobResponseCollectionCompoundDocument: {
            data: components["schemas"]["CatalogCategoryUpdateJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that updates categories. */
        GetCatalogCategoryUpdateJobResponseCompoundDocument: {
            data: components["schemas"]["CatalogCategoryUpdateJobResponseObjectResource"];
            /** @description The categories that the job has updated, when `include` asks for them. */
            included?: components["schemas"]["CatalogCategoryResponseObjectResource"][];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogCategoryUpdateJobResponse: {
            /** @description A job that updates categories. */
            data: {
                type: components["schemas"]["CatalogCategoryBulkUpdateJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Categories that the job has dealt with successfully. */
                    categories?: {
                        data?: {
                            type: components["schemas"]["CatalogCategoryEnum"];
                            /** @description Id of the category. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that updates categories. */
        CatalogCategoryUpdateJobCreateQuery: {
            data: components["schemas"]["CatalogCategoryUpdateJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the categories to update. */
        CatalogCategoryUpdateJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogCategoryBulkUpdateJobEnum"];
            attributes: {
                /** @description The categories to update, 100 at most. */
                categories: {
                    data: components["schemas"]["CatalogCategoryUpdateQueryResourceObject"][];
                };
            };
        };
        /** @description A job that deletes categories. */
        CatalogCategoryDeleteJobResponseObjectResource: {
            type: components["schemas"]["CatalogCategoryBulkDeleteJobEnum"];
            /** @description Id of the job, made by Klaviyo, to poll it by. */
            id: string;
            attributes: {
                /**
                 * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was submitted (ISO 8601).
                 */
                created_at: string;
                /** @description How many records the job has. */
                total_count: number;
                /**
                 * @description How many records are completed so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description How many records failed so far.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job was completed (ISO 8601).
                 */
                completed_at?: string | null;
                /** @description What went wrong; each error points to the record at fault. */
                errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                /**
                 * Format: date-time
                 * @description When the job expires (ISO 8601).
                 */
                expires_at?: string | null;
            };
            relationships?: {
                /** @description Categories that the job has dealt with successfully. */
                categories?: {
                    data?: {
                        type: components["schemas"]["CatalogCategoryEnum"];
                        /** @description Id of the category. */
                        id: string;
                    }[];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description One page of jobs that delete categories. */
        GetCatalogCategoryDeleteJobResponseCollection: {
            data: components["schemas"]["CatalogCategoryDeleteJobResponseObjectResource"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description One job that deletes categories. */
        GetCatalogCategoryDeleteJobResponse: {
            data: components["schemas"]["CatalogCategoryDeleteJobResponseObjectResource"];
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The job as it was accepted. */
        PostCatalogCategoryDeleteJobResponse: {
            /** @description A job that deletes categories. */
            data: {
                type: components["schemas"]["CatalogCategoryBulkDeleteJobEnum"];
                /** @description Id of the job, made by Klaviyo, to poll it by. */
                id: string;
                attributes: {
                    /**
                     * @description How far the job is. It ends as `complete`, even if records failed (see `failed_count`), or as `cancelled`.
                     * @enum {string}
                     */
                    status: "cancelled" | "complete" | "processing" | "queued";
                    /**
                     * Format: date-time
                     * @description When the job was submitted (ISO 8601).
                     */
                    created_at: string;
                    /** @description How many records the job has. */
                    total_count: number;
                    /**
                     * @description How many records are completed so far.
                     * @default 0
                     */
                    completed_count?: number | null;
                    /**
                     * @description How many records failed so far.
                     * @default 0
                     */
                    failed_count?: number | null;
                    /**
                     * Format: date-time
                     * @description When the job was completed (ISO 8601).
                     */
                    completed_at?: string | null;
                    /** @description What went wrong; each error points to the record at fault. */
                    errors?: components["schemas"]["APIJobErrorPayload"][] | null;
                    /**
                     * Format: date-time
                     * @description When the job expires (ISO 8601).
                     */
                    expires_at?: string | null;
                };
                relationships?: {
                    /** @description Categories that the job has dealt with successfully. */
                    categories?: {
                        data?: {
                            type: components["schemas"]["CatalogCategoryEnum"];
                            /** @description Id of the category. */
                            id: string;
                        }[];
                        links?: components["schemas"]["RelationshipLinks"];
                    };
                };
                links: components["schemas"]["ObjectLinks"];
            };
            links?: components["schemas"]["ObjectLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Request for a job that deletes categories. */
        CatalogCategoryDeleteJobCreateQuery: {
            data: components["schemas"]["CatalogCategoryDeleteJobCreateQueryResourceObject"];
        };
        /** @description A job to submit: the categories to delete. */
        CatalogCategoryDeleteJobCreateQueryResourceObject: {
            type: components["schemas"]["CatalogCategoryBulkDeleteJobEnum"];
            attributes: {
                /** @description The categories to delete, 100 at most. */
                categories: {
                    data: components["schemas"]["CatalogCategoryDeleteQueryResourceObject"][];
                };
            };
        };
        /** @description Ids of the items in a category, one page. */
        GetCatalogCategoryItemsRelationshipsResponseCollection: {
            data: {
                type: components["schemas"]["CatalogItemEnum"];
                /** @description Id of the item. */
                id: string;
            }[];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Ids of the variants of an item, one page. */
        GetCatalogItemVariantsRelationshipsResponseCollection: {
            data: {
                type: components["schemas"]["CatalogVariantEnum"];
                /** @description Id of the variant. */
                id: string;
            }[];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Ids of the categories that an item is in, one page. */
        GetCatalogItemCategoriesRelationshipsResponseCollection: {
            data: {
                type: components["schemas"]["CatalogCategoryEnum"];
                /** @description Id of the category. */
                id: string;
            }[];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Items to add to a category, to remove from it, or to be the whole of it. */
        CatalogCategoryItemOp: {
            data: {
                type: components["schemas"]["CatalogItemEnum"];
                /** @description Id of the item. */
                id: string;
            }[];
        };
        /** @description Categories to put an item into, to take it out of, or to be the only ones it is in. */
        CatalogItemCategoryOp: {
            data: {
                type: components["schemas"]["CatalogCategoryEnum"];
                /** @description Id of the category. */
                id: string;
            }[];
        };
        /** @description Request to subscribe a profile to a variant. */
        ServerBISSubscriptionCreateQuery: {
            data: components["schemas"]["ServerBISSubscriptionCreateQueryResourceObject"];
        };
        /** @description Who wants to hear, through which channels, that which variant is in stock again. */
        ServerBISSubscriptionCreateQueryResourceObject: {
            type: components["schemas"]["BackInStockSubscriptionEnum"];
            attributes: {
                /** @description Channels that the profile wants to be notified through; a back in stock flow can go by them. */
                channels: ("EMAIL" | "PUSH" | "SMS" | "WHATSAPP")[];
                /** @description The subscriber. */
                profile?: {
                    data: components["schemas"]["ProfileIdentifierDTOResourceObject"];
                } | null;
            };
            relationships: {
                /** @description The variant to wait for. Here variants of any integration count: `$shopify:::$default:::4410927350112`, for example. */
                variant: {
                    data?: {
                        type: components["schemas"]["CatalogVariantEnum"];
                        /** @description Id of the variant. */
                        id: string;
                    };
                };
            };
        };
        /** @description A profile, named by its id or by any of its identifiers. */
        ProfileIdentifierDTOResourceObject: {
            type: components["schemas"]["ProfileEnum"];
            /** @description Klaviyo's id of the profile. */
            id?: string | null;
            attributes: {
                /** @description Email address of the person. */
                email?: string | null;
                /** @description Phone number of the person in E.164 format: `+12025550143`, for example. */
                phone_number?: string | null;
                /** @description Id of the person in a system of yours, such as a point of sale. */
                external_id?: string | null;
            };
        };
        /**
         * @deprecated
         * @description Renamed to `GetCatalogCategoryItemsRelationshipsResponseCollection`.
         */
        GetCatalogCategoryItemListResponseCollection: components["schemas"]["GetCatalogCategoryItemsRelationshipsResponseCollection"];
        /**
         * @deprecated
         * @description Renamed to `GetCatalogItemCategoriesRelationshipsResponseCollection`.
         */
        GetCatalogItemCategoryListResponseCollection: components["schemas"]["GetCatalogItemCategoriesRelationshipsResponseCollection"];
    };
    responses: {
        /** @description The request was refused. A 429 says in `Retry-After` when to come again. */
        ClientError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": {
                    /** @description One entry for each thing that is wrong. */
                    errors: {
                        /** @description Id of this error, to quote when asking for help. */
                        id: string;
                        /** @description Kind of error, for programs. */
                        code: string;
                        /** @description The error in a few words. */
                        title: string;
                        /** @description What exactly is wrong. */
                        detail: string;
                        /** @description What in the request is at fault. */
                        source?: {
                            /** @description JSON pointer into the request body. */
                            pointer?: string;
                            /** @description Name of the query parameter. */
                            parameter?: string;
                        };
                        /** @description HTTP status of this error. */
                        status?: number;
                        /** @description Where to read more about this error. */
                        links?: Record<string, unknown>;
                        /** @description Facts about this error that have no field of their own. */
                        meta?: Record<string, unknown>;
                    }[];
                };
            };
        };
        /** @description Klaviyo failed to answer the request. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": {
                    /** @description One entry for each thing that is wrong. */
                    errors: {
                        /** @description Id of this error, to quote when asking for help. */
                        id: string;
                        /** @description Kind of error, for programs. */
                        code: string;
                        /** @description The error in a few words. */
                        title: string;
                        /** @description What exactly is wrong. */
                        detail: string;
                        /** @description What in the request is at fault. */
                        source?: {
                            /** @description JSON pointer into the request body. */
                            pointer?: string;
                            /** @description Name of the query parameter. */
                            parameter?: string;
                        };
                        /** @description HTTP status of this error. */
                        status?: number;
                        /** @description Where to read more about this error. */
                        links?: Record<string, unknown>;
                        /** @description Facts about this error that have no field of their own. */
                        meta?: Record<string, unknown>;
                    }[];
                };
            };
        };
    };
    parameters: {
        /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
        ItemId: string;
        /** @description Id of the variant, such as `$custom:::$default:::SHIRT-1-M`. Percent-encode it in the URL. */
        VariantId: string;
        /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
        CategoryId: string;
        /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
        NullableItemId: string;
        /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
        NullableCategoryId: string;
        /** @description Id of the job, from the answer that accepted it. */
        JobId: string;
        /** @description Attributes of items to answer with, separated by commas; the others are left out. */
        ItemFields: ("created" | "custom_metadata" | "description" | "external_id" | "id" | "image_full_url" | "image_thumbnail_url" | "images" | "price" | "published" | "title" | "updated" | "url")[];
        /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
        VariantFields: ("created" | "custom_metadata" | "description" | "external_id" | "id" | "image_full_url" | "image_thumbnail_url" | "images" | "inventory_policy" | "inventory_quantity" | "price" | "published" | "sku" | "title" | "updated" | "url")[];
        /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
        CategoryFields: ("external_id" | "id" | "name" | "updated")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        ItemCreateJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        ItemUpdateJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        ItemDeleteJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        VariantCreateJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        VariantUpdateJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        VariantDeleteJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        CategoryCreateJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        CategoryUpdateJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
        CategoryDeleteJobFields: ("completed_at" | "completed_count" | "created_at" | "errors" | "expires_at" | "failed_count" | "id" | "status" | "total_count")[];
        /** @description Conditions that items must meet, such as `contains(title,"shirt")`. Fields: `ids`, `category.id`, `title`, `published`. A comma between conditions means *and*. */
        ItemFilter: string;
        /** @description Conditions that variants must meet, such as `equals(sku,"SHIRT-1-M")`. Fields: `ids`, `item.id`, `sku`, `title`, `published`. A comma between conditions means *and*. */
        VariantFilter: string;
        /** @description Conditions that categories must meet, such as `contains(name,"summer")`. Fields: `ids`, `item.id`, `name`. A comma between conditions means *and*. */
        CategoryFilter: string;
        /** @description Status that jobs must have, such as `equals(status,"processing")`. */
        JobFilter: string;
        /** @description Related resources to answer with, in `included`: `variants`. */
        IncludeVariants: "variants"[];
        /** @description Related resources to answer with, in `included`: `items`. */
        IncludeItems: "items"[];
        /** @description Related resources to answer with, in `included`: `categories`. */
        IncludeCategories: "categories"[];
        /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
        PageCursor: string;
        /** @description How many records a page has at most. */
        PageSize: number;
        /** @description Order by time of creation: oldest first, or with `-created` newest first. */
        Sort: "created" | "-created";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_catalog_items: {
        parameters: {
            query?: {
                /** @description Attributes of items to answer with, separated by commas; the others are left out. */
                "fields[catalog-item]"?: components["parameters"]["ItemFields"];
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
                /** @description Conditions that items must meet, such as `contains(title,"shirt")`. Fields: `ids`, `category.id`, `title`, `published`. A comma between conditions means *and*. */
                filter?: components["parameters"]["ItemFilter"];
                /** @description Related resources to answer with, in `included`: `variants`. */
                include?: components["parameters"]["IncludeVariants"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_catalog_item: {
        parameters: {
            query?: {
                /** @description Attributes of items to answer with, separated by commas; the others are left out. */
                "fields[catalog-item]"?: components["parameters"]["ItemFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemCreateQuery"];
            };
        };
        responses: {
            /** @description The new item. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogItemResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_catalog_item: {
        parameters: {
            query?: {
                /** @description Attributes of items to answer with, separated by commas; the others are left out. */
                "fields[catalog-item]"?: components["parameters"]["ItemFields"];
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
                /** @description Related resources to answer with, in `included`: `variants`. */
                include?: components["parameters"]["IncludeVariants"];
            };
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["ItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemResponseCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    delete_catalog_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["ItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_catalog_item: {
        parameters: {
            query?: {
                /** @description Attributes of items to answer with, separated by commas; the others are left out. */
                "fields[catalog-item]"?: components["parameters"]["ItemFields"];
            };
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["ItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemUpdateQuery"];
            };
        };
        responses: {
            /** @description The item with its new values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PatchCatalogItemResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_catalog_variants: {
        parameters: {
            query?: {
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
                /** @description Conditions that variants must meet, such as `equals(sku,"SHIRT-1-M")`. Fields: `ids`, `item.id`, `sku`, `title`, `published`. A comma between conditions means *and*. */
                filter?: components["parameters"]["VariantFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of variants. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_catalog_variant: {
        parameters: {
            query?: {
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogVariantCreateQuery"];
            };
        };
        responses: {
            /** @description The new variant. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogVariantResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_catalog_variant: {
        parameters: {
            query?: {
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
            };
            header?: never;
            path: {
                /** @description Id of the variant, such as `$custom:::$default:::SHIRT-1-M`. Percent-encode it in the URL. */
                id: components["parameters"]["VariantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The variant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    delete_catalog_variant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the variant, such as `$custom:::$default:::SHIRT-1-M`. Percent-encode it in the URL. */
                id: components["parameters"]["VariantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The variant is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_catalog_variant: {
        parameters: {
            query?: {
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
            };
            header?: never;
            path: {
                /** @description Id of the variant, such as `$custom:::$default:::SHIRT-1-M`. Percent-encode it in the URL. */
                id: components["parameters"]["VariantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogVariantUpdateQuery"];
            };
        };
        responses: {
            /** @description The variant with its new values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PatchCatalogVariantResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_catalog_categories: {
        parameters: {
            query?: {
                /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
                "fields[catalog-category]"?: components["parameters"]["CategoryFields"];
                /** @description Conditions that categories must meet, such as `contains(name,"summer")`. Fields: `ids`, `item.id`, `name`. A comma between conditions means *and*. */
                filter?: components["parameters"]["CategoryFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of categories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_catalog_category: {
        parameters: {
            query?: {
                /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
                "fields[catalog-category]"?: components["parameters"]["CategoryFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryCreateQuery"];
            };
        };
        responses: {
            /** @description The new category. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogCategoryResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_catalog_category: {
        parameters: {
            query?: {
                /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
                "fields[catalog-category]"?: components["parameters"]["CategoryFields"];
            };
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    delete_catalog_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_catalog_category: {
        parameters: {
            query?: {
                /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
                "fields[catalog-category]"?: components["parameters"]["CategoryFields"];
            };
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryUpdateQuery"];
            };
        };
        responses: {
            /** @description The category with its new values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PatchCatalogCategoryResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_create_catalog_items_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-create-job]"?: components["parameters"]["ItemCreateJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemCreateJobResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_create_catalog_items: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-create-job]"?: components["parameters"]["ItemCreateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemCreateJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogItemCreateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_create_catalog_items_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-create-job]"?: components["parameters"]["ItemCreateJobFields"];
                /** @description Attributes of items to answer with, separated by commas; the others are left out. */
                "fields[catalog-item]"?: components["parameters"]["ItemFields"];
                /** @description Related resources to answer with, in `included`: `items`. */
                include?: components["parameters"]["IncludeItems"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemCreateJobResponseCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_update_catalog_items_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-update-job]"?: components["parameters"]["ItemUpdateJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemUpdateJobResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_update_catalog_items: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-update-job]"?: components["parameters"]["ItemUpdateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemUpdateJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogItemUpdateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_update_catalog_items_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-update-job]"?: components["parameters"]["ItemUpdateJobFields"];
                /** @description Attributes of items to answer with, separated by commas; the others are left out. */
                "fields[catalog-item]"?: components["parameters"]["ItemFields"];
                /** @description Related resources to answer with, in `included`: `items`. */
                include?: components["parameters"]["IncludeItems"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemUpdateJobResponseCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_delete_catalog_items_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-delete-job]"?: components["parameters"]["ItemDeleteJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemDeleteJobResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_delete_catalog_items: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-delete-job]"?: components["parameters"]["ItemDeleteJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemDeleteJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogItemDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_delete_catalog_items_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-item-bulk-delete-job]"?: components["parameters"]["ItemDeleteJobFields"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_create_variants_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-create-job]"?: components["parameters"]["VariantCreateJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantCreateJobResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_create_catalog_variants: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-create-job]"?: components["parameters"]["VariantCreateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogVariantCreateJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogVariantCreateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_create_variants_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-create-job]"?: components["parameters"]["VariantCreateJobFields"];
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
                /** @description Related resources to answer with, in `included`: `variants`. */
                include?: components["parameters"]["IncludeVariants"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantCreateJobResponseCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_update_variants_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-update-job]"?: components["parameters"]["VariantUpdateJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantUpdateJobResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_update_catalog_variants: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-update-job]"?: components["parameters"]["VariantUpdateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogVariantUpdateJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogVariantUpdateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_update_variants_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-update-job]"?: components["parameters"]["VariantUpdateJobFields"];
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
                /** @description Related resources to answer with, in `included`: `variants`. */
                include?: components["parameters"]["IncludeVariants"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantUpdateJobResponseCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_delete_variants_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-delete-job]"?: components["parameters"]["VariantDeleteJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantDeleteJobResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_delete_catalog_variants: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-delete-job]"?: components["parameters"]["VariantDeleteJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogVariantDeleteJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogVariantDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_delete_variants_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant-bulk-delete-job]"?: components["parameters"]["VariantDeleteJobFields"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_create_categories_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-create-job]"?: components["parameters"]["CategoryCreateJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryCreateJobResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_create_catalog_categories: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-create-job]"?: components["parameters"]["CategoryCreateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryCreateJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogCategoryCreateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_create_categories_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-create-job]"?: components["parameters"]["CategoryCreateJobFields"];
                /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
                "fields[catalog-category]"?: components["parameters"]["CategoryFields"];
                /** @description Related resources to answer with, in `included`: `categories`. */
                include?: components["parameters"]["IncludeCategories"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryCreateJobResponseCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_update_categories_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-update-job]"?: components["parameters"]["CategoryUpdateJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryUpdateJobResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_update_catalog_categories: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-update-job]"?: components["parameters"]["CategoryUpdateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryUpdateJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogCategoryUpdateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_update_categories_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-update-job]"?: components["parameters"]["CategoryUpdateJobFields"];
                /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
                "fields[catalog-category]"?: components["parameters"]["CategoryFields"];
                /** @description Related resources to answer with, in `included`: `categories`. */
                include?: components["parameters"]["IncludeCategories"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryUpdateJobResponseCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_delete_categories_jobs: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-delete-job]"?: components["parameters"]["CategoryDeleteJobFields"];
                /** @description Status that jobs must have, such as `equals(status,"processing")`. */
                filter?: components["parameters"]["JobFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryDeleteJobResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_delete_catalog_categories: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-delete-job]"?: components["parameters"]["CategoryDeleteJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryDeleteJobCreateQuery"];
            };
        };
        responses: {
            /** @description The job was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["PostCatalogCategoryDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_delete_categories_job: {
        parameters: {
            query?: {
                /** @description Attributes of the job to answer with, separated by commas; the others are left out. */
                "fields[catalog-category-bulk-delete-job]"?: components["parameters"]["CategoryDeleteJobFields"];
            };
            header?: never;
            path: {
                /** @description Id of the job, from the answer that accepted it. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_items_for_catalog_category: {
        parameters: {
            query?: {
                /** @description Attributes of items to answer with, separated by commas; the others are left out. */
                "fields[catalog-item]"?: components["parameters"]["ItemFields"];
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
                /** @description Conditions that items must meet, such as `contains(title,"shirt")`. Fields: `ids`, `category.id`, `title`, `published`. A comma between conditions means *and*. */
                filter?: components["parameters"]["ItemFilter"];
                /** @description Related resources to answer with, in `included`: `variants`. */
                include?: components["parameters"]["IncludeVariants"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["NullableCategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemResponseCollectionCompoundDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_item_ids_for_catalog_category: {
        parameters: {
            query?: {
                /** @description Conditions that items must meet, such as `contains(title,"shirt")`. Fields: `ids`, `category.id`, `title`, `published`. A comma between conditions means *and*. */
                filter?: components["parameters"]["ItemFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["NullableCategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryItemsRelationshipsResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    add_items_to_catalog_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryItemOp"];
            };
        };
        responses: {
            /** @description The items are in the category. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    remove_items_from_catalog_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryItemOp"];
            };
        };
        responses: {
            /** @description The items are out of the category. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_items_for_catalog_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the category, such as `$custom:::$default:::SHIRTS`. Percent-encode it in the URL. */
                id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogCategoryItemOp"];
            };
        };
        responses: {
            /** @description The category has exactly these items. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_variants_for_catalog_item: {
        parameters: {
            query?: {
                /** @description Attributes of variants to answer with, separated by commas; the others are left out. */
                "fields[catalog-variant]"?: components["parameters"]["VariantFields"];
                /** @description Conditions that variants must meet, such as `equals(sku,"SHIRT-1-M")`. Fields: `ids`, `item.id`, `sku`, `title`, `published`. A comma between conditions means *and*. */
                filter?: components["parameters"]["VariantFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["NullableItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of variants. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogVariantResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_variant_ids_for_catalog_item: {
        parameters: {
            query?: {
                /** @description Conditions that variants must meet, such as `equals(sku,"SHIRT-1-M")`. Fields: `ids`, `item.id`, `sku`, `title`, `published`. A comma between conditions means *and*. */
                filter?: components["parameters"]["VariantFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["NullableItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemVariantsRelationshipsResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_categories_for_catalog_item: {
        parameters: {
            query?: {
                /** @description Attributes of categories to answer with, separated by commas; the others are left out. */
                "fields[catalog-category]"?: components["parameters"]["CategoryFields"];
                /** @description Conditions that categories must meet, such as `contains(name,"summer")`. Fields: `ids`, `item.id`, `name`. A comma between conditions means *and*. */
                filter?: components["parameters"]["CategoryFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["NullableItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of categories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogCategoryResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_category_ids_for_catalog_item: {
        parameters: {
            query?: {
                /** @description Conditions that categories must meet, such as `contains(name,"summer")`. Fields: `ids`, `item.id`, `name`. A comma between conditions means *and*. */
                filter?: components["parameters"]["CategoryFilter"];
                /** @description Where to go on: the cursor in the previous page's `links.next`. Without it the list starts at its first page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many records a page has at most. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Order by time of creation: oldest first, or with `-created` newest first. */
                sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["NullableItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["GetCatalogItemCategoriesRelationshipsResponseCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    add_categories_to_catalog_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["ItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemCategoryOp"];
            };
        };
        responses: {
            /** @description The item is in these categories. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    remove_categories_from_catalog_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["ItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemCategoryOp"];
            };
        };
        responses: {
            /** @description The item is out of these categories. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_categories_for_catalog_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item, such as `$custom:::$default:::SHIRT-1`. Percent-encode it in the URL. */
                id: components["parameters"]["ItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CatalogItemCategoryOp"];
            };
        };
        responses: {
            /** @description The item is in exactly these categories. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_back_in_stock_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ServerBISSubscriptionCreateQuery"];
            };
        };
        responses: {
            /** @description The subscription was accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}

/** Operations by method and path. */
export interface routes {
  GET: {
    "/api/catalog-items": operations["get_catalog_items"];
    "/api/catalog-items/{id}": operations["get_catalog_item"];
    "/api/catalog-variants": operations["get_catalog_variants"];
    "/api/catalog-variants/{id}": operations["get_catalog_variant"];
    "/api/catalog-categories": operations["get_catalog_categories"];
    "/api/catalog-categories/{id}": operations["get_catalog_category"];
    "/api/catalog-item-bulk-create-jobs": operations["get_bulk_create_catalog_items_jobs"];
    "/api/catalog-item-bulk-create-jobs/{job_id}": operations["get_bulk_create_catalog_items_job"];
    "/api/catalog-item-bulk-update-jobs": operations["get_bulk_update_catalog_items_jobs"];
    "/api/catalog-item-bulk-update-jobs/{job_id}": operations["get_bulk_update_catalog_items_job"];
    "/api/catalog-item-bulk-delete-jobs": operations["get_bulk_delete_catalog_items_jobs"];
    "/api/catalog-item-bulk-delete-jobs/{job_id}": operations["get_bulk_delete_catalog_items_job"];
    "/api/catalog-variant-bulk-create-jobs": operations["get_bulk_create_variants_jobs"];
    "/api/catalog-variant-bulk-create-jobs/{job_id}": operations["get_bulk_create_variants_job"];
    "/api/catalog-variant-bulk-update-jobs": operations["get_bulk_update_variants_jobs"];
    "/api/catalog-variant-bulk-update-jobs/{job_id}": operations["get_bulk_update_variants_job"];
    "/api/catalog-variant-bulk-delete-jobs": operations["get_bulk_delete_variants_jobs"];
    "/api/catalog-variant-bulk-delete-jobs/{job_id}": operations["get_bulk_delete_variants_job"];
    "/api/catalog-category-bulk-create-jobs": operations["get_bulk_create_categories_jobs"];
    "/api/catalog-category-bulk-create-jobs/{job_id}": operations["get_bulk_create_categories_job"];
    "/api/catalog-category-bulk-update-jobs": operations["get_bulk_update_categories_jobs"];
    "/api/catalog-category-bulk-update-jobs/{job_id}": operations["get_bulk_update_categories_job"];
    "/api/catalog-category-bulk-delete-jobs": operations["get_bulk_delete_categories_jobs"];
    "/api/catalog-category-bulk-delete-jobs/{job_id}": operations["get_bulk_delete_categories_job"];
    "/api/catalog-categories/{id}/items": operations["get_items_for_catalog_category"];
    "/api/catalog-categories/{id}/relationships/items": operations["get_item_ids_for_catalog_category"];
    "/api/catalog-items/{id}/variants": operations["get_variants_for_catalog_item"];
    "/api/catalog-items/{id}/relationships/variants": operations["get_variant_ids_for_catalog_item"];
    "/api/catalog-items/{id}/categories": operations["get_categories_for_catalog_item"];
    "/api/catalog-items/{id}/relationships/categories": operations["get_category_ids_for_catalog_item"];
  };
  POST: {
    "/api/catalog-items": operations["create_catalog_item"];
    "/api/catalog-variants": operations["create_catalog_variant"];
    "/api/catalog-categories": operations["create_catalog_category"];
    "/api/catalog-item-bulk-create-jobs": operations["bulk_create_catalog_items"];
    "/api/catalog-item-bulk-update-jobs": operations["bulk_update_catalog_items"];
    "/api/catalog-item-bulk-delete-jobs": operations["bulk_delete_catalog_items"];
    "/api/catalog-variant-bulk-create-jobs": operations["bulk_create_catalog_variants"];
    "/api/catalog-variant-bulk-update-jobs": operations["bulk_update_catalog_variants"];
    "/api/catalog-variant-bulk-delete-jobs": operations["bulk_delete_catalog_variants"];
    "/api/catalog-category-bulk-create-jobs": operations["bulk_create_catalog_categories"];
    "/api/catalog-category-bulk-update-jobs": operations["bulk_update_catalog_categories"];
    "/api/catalog-category-bulk-delete-jobs": operations["bulk_delete_catalog_categories"];
    "/api/catalog-categories/{id}/relationships/items": operations["add_items_to_catalog_category"];
    "/api/catalog-items/{id}/relationships/categories": operations["add_categories_to_catalog_item"];
    "/api/back-in-stock-subscriptions": operations["create_back_in_stock_subscription"];
  };
  PATCH: {
    "/api/catalog-items/{id}": operations["update_catalog_item"];
    "/api/catalog-variants/{id}": operations["update_catalog_variant"];
    "/api/catalog-categories/{id}": operations["update_catalog_category"];
    "/api/catalog-categories/{id}/relationships/items": operations["update_items_for_catalog_category"];
    "/api/catalog-items/{id}/relationships/categories": operations["update_categories_for_catalog_item"];
  };
  DELETE: {
    "/api/catalog-items/{id}": operations["delete_catalog_item"];
    "/api/catalog-variants/{id}": operations["delete_catalog_variant"];
    "/api/catalog-categories/{id}": operations["delete_catalog_category"];
    "/api/catalog-categories/{id}/relationships/items": operations["remove_items_from_catalog_category"];
    "/api/catalog-items/{id}/relationships/categories": operations["remove_categories_from_catalog_item"];
  };
}

/** What can be filtered by: path, field, operator and the type it compares with. */
export interface filters {
  "/api/catalog-items": {
    ids: { any: string[] };
    "category.id": { equals: string };
    title: { contains: string };
    published: { equals: boolean };
  };
  "/api/catalog-variants": {
    ids: { any: string[] };
    "item.id": { equals: string };
    sku: { equals: string };
    title: { contains: string };
    published: { equals: boolean };
  };
  "/api/catalog-categories": {
    ids: { any: string[] };
    "item.id": { equals: string };
    name: { contains: string };
  };
  "/api/catalog-item-bulk-create-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-item-bulk-update-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-item-bulk-delete-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-variant-bulk-create-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-variant-bulk-update-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-variant-bulk-delete-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-category-bulk-create-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-category-bulk-update-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-category-bulk-delete-jobs": {
    status: { equals: "queued" | "processing" | "complete" | "cancelled" };
  };
  "/api/catalog-categories/{id}/items": {
    ids: { any: string[] };
    "category.id": { equals: string };
    title: { contains: string };
    published: { equals: boolean };
  };
  "/api/catalog-categories/{id}/relationships/items": {
    ids: { any: string[] };
    "category.id": { equals: string };
    title: { contains: string };
    published: { equals: boolean };
  };
  "/api/catalog-items/{id}/variants": {
    ids: { any: string[] };
    "item.id": { equals: string };
    sku: { equals: string };
    title: { contains: string };
    published: { equals: boolean };
  };
  "/api/catalog-items/{id}/relationships/variants": {
    ids: { any: string[] };
    "item.id": { equals: string };
    sku: { equals: string };
    title: { contains: string };
    published: { equals: boolean };
  };
  "/api/catalog-items/{id}/categories": {
    ids: { any: string[] };
    "item.id": { equals: string };
    name: { contains: string };
  };
  "/api/catalog-items/{id}/relationships/categories": {
    ids: { any: string[] };
    "item.id": { equals: string };
    name: { contains: string };
  };
}

/** Former operation ids. */
export interface operations {
  /** @deprecated Renamed to `get_bulk_create_catalog_items_jobs`. */
  get_create_items_jobs: operations["get_bulk_create_catalog_items_jobs"];
  /** @deprecated Renamed to `get_bulk_create_catalog_items_jobs`. */
  get_catalog_item_bulk_create_jobs: operations["get_bulk_create_catalog_items_jobs"];
  /** @deprecated Renamed to `bulk_create_catalog_items`. */
  spawn_create_items_job: operations["bulk_create_catalog_items"];
  /** @deprecated Renamed to `bulk_create_catalog_items`. */
  create_catalog_item_bulk_create_job: operations["bulk_create_catalog_items"];
  /** @deprecated Renamed to `get_bulk_create_catalog_items_job`. */
  get_create_items_job: operations["get_bulk_create_catalog_items_job"];
  /** @deprecated Renamed to `get_bulk_create_catalog_items_job`. */
  get_catalog_item_bulk_create_job: operations["get_bulk_create_catalog_items_job"];
  /** @deprecated Renamed to `get_bulk_update_catalog_items_jobs`. */
  get_update_items_jobs: operations["get_bulk_update_catalog_items_jobs"];
  /** @deprecated Renamed to `get_bulk_update_catalog_items_jobs`. */
  get_catalog_item_bulk_update_jobs: operations["get_bulk_update_catalog_items_jobs"];
  /** @deprecated Renamed to `bulk_update_catalog_items`. */
  spawn_update_items_job: operations["bulk_update_catalog_items"];
  /** @deprecated Renamed to `bulk_update_catalog_items`. */
  create_catalog_item_bulk_update_job: operations["bulk_update_catalog_items"];
  /** @deprecated Renamed to `get_bulk_update_catalog_items_job`. */
  get_update_items_job: operations["get_bulk_update_catalog_items_job"];
  /** @deprecated Renamed to `get_bulk_update_catalog_items_job`. */
  get_catalog_item_bulk_update_job: operations["get_bulk_update_catalog_items_job"];
  /** @deprecated Renamed to `get_bulk_delete_catalog_items_jobs`. */
  get_delete_items_jobs: operations["get_bulk_delete_catalog_items_jobs"];
  /** @deprecated Renamed to `get_bulk_delete_catalog_items_jobs`. */
  get_catalog_item_bulk_delete_jobs: operations["get_bulk_delete_catalog_items_jobs"];
  /** @deprecated Renamed to `bulk_delete_catalog_items`. */
  spawn_delete_items_job: operations["bulk_delete_catalog_items"];
  /** @deprecated Renamed to `bulk_delete_catalog_items`. */
  create_catalog_item_bulk_delete_job: operations["bulk_delete_catalog_items"];
  /** @deprecated Renamed to `get_bulk_delete_catalog_items_job`. */
  get_delete_items_job: operations["get_bulk_delete_catalog_items_job"];
  /** @deprecated Renamed to `get_bulk_delete_catalog_items_job`. */
  get_catalog_item_bulk_delete_job: operations["get_bulk_delete_catalog_items_job"];
  /** @deprecated Renamed to `get_bulk_create_variants_jobs`. */
  get_create_variants_jobs: operations["get_bulk_create_variants_jobs"];
  /** @deprecated Renamed to `get_bulk_create_variants_jobs`. */
  get_catalog_variant_bulk_create_jobs: operations["get_bulk_create_variants_jobs"];
  /** @deprecated Renamed to `bulk_create_catalog_variants`. */
  spawn_create_variants_job: operations["bulk_create_catalog_variants"];
  /** @deprecated Renamed to `bulk_create_catalog_variants`. */
  create_catalog_variant_bulk_create_job: operations["bulk_create_catalog_variants"];
  /** @deprecated Renamed to `get_bulk_create_variants_job`. */
  get_create_variants_job: operations["get_bulk_create_variants_job"];
  /** @deprecated Renamed to `get_bulk_create_variants_job`. */
  get_catalog_variant_bulk_create_job: operations["get_bulk_create_variants_job"];
  /** @deprecated Renamed to `get_bulk_update_variants_jobs`. */
  get_update_variants_jobs: operations["get_bulk_update_variants_jobs"];
  /** @deprecated Renamed to `get_bulk_update_variants_jobs`. */
  get_catalog_variant_bulk_update_jobs: operations["get_bulk_update_variants_jobs"];
  /** @deprecated Renamed to `bulk_update_catalog_variants`. */
  spawn_update_variants_job: operations["bulk_update_catalog_variants"];
  /** @deprecated Renamed to `bulk_update_catalog_variants`. */
  create_catalog_variant_bulk_update_job: operations["bulk_update_catalog_variants"];
  /** @deprecated Renamed to `get_bulk_update_variants_job`. */
  get_update_variants_job: operations["get_bulk_update_variants_job"];
  /** @deprecated Renamed to `get_bulk_update_variants_job`. */
  get_catalog_variant_bulk_update_job: operations["get_bulk_update_variants_job"];
  /** @deprecated Renamed to `get_bulk_delete_variants_jobs`. */
  get_delete_variants_jobs: operations["get_bulk_delete_variants_jobs"];
  /** @deprecated Renamed to `get_bulk_delete_variants_jobs`. */
  get_catalog_variant_bulk_delete_jobs: operations["get_bulk_delete_variants_jobs"];
  /** @deprecated Renamed to `bulk_delete_catalog_variants`. */
  spawn_delete_variants_job: operations["bulk_delete_catalog_variants"];
  /** @deprecated Renamed to `bulk_delete_catalog_variants`. */
  create_catalog_variant_bulk_delete_job: operations["bulk_delete_catalog_variants"];
  /** @deprecated Renamed to `get_bulk_delete_variants_job`. */
  get_delete_variants_job: operations["get_bulk_delete_variants_job"];
  /** @deprecated Renamed to `get_bulk_delete_variants_job`. */
  get_catalog_variant_bulk_delete_job: operations["get_bulk_delete_variants_job"];
  /** @deprecated Renamed to `get_bulk_create_categories_jobs`. */
  get_create_categories_jobs: operations["get_bulk_create_categories_jobs"];
  /** @deprecated Renamed to `get_bulk_create_categories_jobs`. */
  get_catalog_category_bulk_create_jobs: operations["get_bulk_create_categories_jobs"];
  /** @deprecated Renamed to `bulk_create_catalog_categories`. */
  spawn_create_categories_job: operations["bulk_create_catalog_categories"];
  /** @deprecated Renamed to `bulk_create_catalog_categories`. */
  create_catalog_category_bulk_create_job: operations["bulk_create_catalog_categories"];
  /** @deprecated Renamed to `get_bulk_create_categories_job`. */
  get_create_categories_job: operations["get_bulk_create_categories_job"];
  /** @deprecated Renamed to `get_bulk_create_categories_job`. */
  get_catalog_category_bulk_create_job: operations["get_bulk_create_categories_job"];
  /** @deprecated Renamed to `get_bulk_update_categories_jobs`. */
  get_update_categories_jobs: operations["get_bulk_update_categories_jobs"];
  /** @deprecated Renamed to `get_bulk_update_categories_jobs`. */
  get_catalog_category_bulk_update_jobs: operations["get_bulk_update_categories_jobs"];
  /** @deprecated Renamed to `bulk_update_catalog_categories`. */
  spawn_update_categories_job: operations["bulk_update_catalog_categories"];
  /** @deprecated Renamed to `bulk_update_catalog_categories`. */
  create_catalog_category_bulk_update_job: operations["bulk_update_catalog_categories"];
  /** @deprecated Renamed to `get_bulk_update_categories_job`. */
  get_update_categories_job: operations["get_bulk_update_categories_job"];
  /** @deprecated Renamed to `get_bulk_update_categories_job`. */
  get_catalog_category_bulk_update_job: operations["get_bulk_update_categories_job"];
  /** @deprecated Renamed to `get_bulk_delete_categories_jobs`. */
  get_delete_categories_jobs: operations["get_bulk_delete_categories_jobs"];
  /** @deprecated Renamed to `get_bulk_delete_categories_jobs`. */
  get_catalog_category_bulk_delete_jobs: operations["get_bulk_delete_categories_jobs"];
  /** @deprecated Renamed to `bulk_delete_catalog_categories`. */
  spawn_delete_categories_job: operations["bulk_delete_catalog_categories"];
  /** @deprecated Renamed to `bulk_delete_catalog_categories`. */
  create_catalog_category_bulk_delete_job: operations["bulk_delete_catalog_categories"];
  /** @deprecated Renamed to `get_bulk_delete_categories_job`. */
  get_delete_categories_job: operations["get_bulk_delete_categories_job"];
  /** @deprecated Renamed to `get_bulk_delete_categories_job`. */
  get_catalog_category_bulk_delete_job: operations["get_bulk_delete_categories_job"];
  /** @deprecated Renamed to `get_items_for_catalog_category`. */
  get_catalog_category_items: operations["get_items_for_catalog_category"];
  /** @deprecated Renamed to `get_item_ids_for_catalog_category`. */
  get_catalog_category_relationships_items: operations["get_item_ids_for_catalog_category"];
  /** @deprecated Renamed to `add_items_to_catalog_category`. */
  create_catalog_category_relationships_item: operations["add_items_to_catalog_category"];
  /** @deprecated Renamed to `add_items_to_catalog_category`. */
  create_catalog_category_relationships_items: operations["add_items_to_catalog_category"];
  /** @deprecated Renamed to `update_items_for_catalog_category`. */
  update_catalog_category_relationships_items: operations["update_items_for_catalog_category"];
  /** @deprecated Renamed to `remove_items_from_catalog_category`. */
  delete_catalog_category_relationships_items: operations["remove_items_from_catalog_category"];
  /** @deprecated Renamed to `get_variants_for_catalog_item`. */
  get_catalog_item_variants: operations["get_variants_for_catalog_item"];
  /** @deprecated Renamed to `get_variant_ids_for_catalog_item`. */
  get_catalog_item_relationships_variants: operations["get_variant_ids_for_catalog_item"];
  /** @deprecated Renamed to `get_categories_for_catalog_item`. */
  get_catalog_item_categories: operations["get_categories_for_catalog_item"];
  /** @deprecated Renamed to `get_category_ids_for_catalog_item`. */
  get_catalog_item_relationships_categories: operations["get_category_ids_for_catalog_item"];
  /** @deprecated Renamed to `add_categories_to_catalog_item`. */
  add_category_to_catalog_item: operations["add_categories_to_catalog_item"];
  /** @deprecated Renamed to `add_categories_to_catalog_item`. */
  create_catalog_item_relationships_category: operations["add_categories_to_catalog_item"];
  /** @deprecated Renamed to `add_categories_to_catalog_item`. */
  create_catalog_item_relationships_categories: operations["add_categories_to_catalog_item"];
  /** @deprecated Renamed to `update_categories_for_catalog_item`. */
  update_catalog_item_relationships_categories: operations["update_categories_for_catalog_item"];
  /** @deprecated Renamed to `remove_categories_from_catalog_item`. */
  delete_catalog_item_relationships_categories: operations["remove_categories_from_catalog_item"];
}

/** The revision these types describe. */
export type Revision = "2026-07-15";

/** A named schema of the API, e.g. `Schema<"CatalogItemCreateQuery">`. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** Parameters, body and responses of an operation, e.g. `Operation<"get_catalog_items">`. */
export type Operation<Id extends keyof operations> = operations[Id];
