namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Operations of Power BI's API that aren't offered here, with one reason for all of them.</summary>
/// <param name="Swedish">Why, or what to do instead, in Swedish.</param>
/// <param name="English">The same in English.</param>
/// <param name="Operations">A method and a path after <c>/v1.0/myorg</c> a line; what stands in brackets may be left out.</param>
internal sealed record NotOfferedArea(string Swedish, string English, string Operations);

/// <summary>The operations that Power BI documents (PowerBI-CSharp swagger of October 2024) and that this app has no part in.</summary>
internal static class NotOfferedList
{
    public static IReadOnlyList<NotOfferedArea> All { get; } =
    [
        new(
            "Datamängderna är planerna: kolumnerna är desamma för alla, och en plan läses in med POST /hsvo/v1/plans.",
            "The datasets are the plans: their columns are the same for all, and a plan is imported with POST /hsvo/v1/plans.",
            """
            POST [groups/{groupId}/]datasets
            PATCH [groups/{groupId}/]datasets/{datasetId}
            DELETE [groups/{groupId}/]datasets/{datasetId}
            PUT [groups/{groupId}/]datasets/{datasetId}/tables/{tableName}
            """),
        new(
            "Numren sparas som kvitton på varje sändning och listas inte; samma sändning igen svarar detsamma.",
            "The numbers are kept as receipts of each push and are not listed; the same push again answers the same.",
            """
            GET [groups/{groupId}/]datasets/{datasetId}/tables/{tableName}/sequenceNumbers
            """),
        new(
            "En uppdatering är klar när POST har svarat, så det finns ingen att avbryta.",
            "A refresh is done when POST has answered, so there is none to cancel.",
            """
            DELETE [groups/{groupId}/]datasets/{datasetId}/refreshes/{refreshId}
            """),
        new(
            "Datamängderna har inga källor, parametrar eller scheman att sätta: varje svar räknas in direkt.",
            "The datasets have no sources, parameters or schedules to set: each answer counts at once.",
            """
            GET [groups/{groupId}/]datasets/{datasetId}/refreshSchedule
            PATCH [groups/{groupId}/]datasets/{datasetId}/refreshSchedule
            GET [groups/{groupId}/]datasets/{datasetId}/directQueryRefreshSchedule
            PATCH [groups/{groupId}/]datasets/{datasetId}/directQueryRefreshSchedule
            GET [groups/{groupId}/]datasets/{datasetId}/parameters
            POST [groups/{groupId}/]datasets/{datasetId}/Default.UpdateParameters
            GET [groups/{groupId}/]datasets/{datasetId}/datasources
            POST [groups/{groupId}/]datasets/{datasetId}/Default.UpdateDatasources
            POST [groups/{groupId}/]datasets/{datasetId}/Default.SetAllConnections
            POST [groups/{groupId}/]datasets/{datasetId}/Default.BindToGateway
            GET [groups/{groupId}/]datasets/{datasetId}/Default.GetBoundGatewayDatasources
            GET [groups/{groupId}/]datasets/{datasetId}/Default.DiscoverGateways
            GET [groups/{groupId}/]datasets/{datasetId}/queryScaleOut/syncStatus
            POST [groups/{groupId}/]datasets/{datasetId}/queryScaleOut/sync
            GET groups/{groupId}/datasets/upstreamDataflows
            POST groups/{groupId}/datasets/{datasetId}/Default.TakeOver
            """),
        new(
            "DAX körs inte här; fråga flödet /odata med $filter, $select och $orderby i stället.",
            "DAX isn't run here; ask the feed /odata with $filter, $select and $orderby instead.",
            """
            POST [groups/{groupId}/]datasets/{datasetId}/executeQueries
            """),
        new(
            "Vem som får vad bestäms av roller i Entra ID och av appens inställningar, inte här.",
            "Who may what is decided by roles in Entra ID and by the app's settings, not here.",
            """
            POST [groups/{groupId}/]datasets/{datasetId}/users
            PUT [groups/{groupId}/]datasets/{datasetId}/users
            GET [groups/{groupId}/]datasets/{datasetId}/users
            POST RefreshUserPermissions
            GET profiles
            POST profiles
            GET profiles/{profileId}
            PUT profiles/{profileId}
            DELETE profiles/{profileId}
            """),
        new(
            "Arbetsytorna är en per förvaltning och en för samrådet; de följer av planerna.",
            "The workspaces are one for each department and one for the samråd; they follow from the plans.",
            """
            POST groups
            DELETE groups/{groupId}
            PATCH groups/{groupId}
            """),
        new(
            "Ett mål i planen har sina svar som värden och inga anslutningar till andra källor; lämna värdet med POST …/goalValues.",
            "A goal of the plan has its answers as values and no connections to other sources; give the value with POST …/goalValues.",
            """
            POST groups/{groupId}/scorecards({scorecardId})/goals({goalId})/DeleteGoalCurrentValueConnection()
            POST groups/{groupId}/scorecards({scorecardId})/goals({goalId})/DeleteGoalTargetValueConnection()
            POST groups/{groupId}/scorecards({scorecardId})/goals({goalId})/RefreshGoalCurrentValue()
            POST groups/{groupId}/scorecards({scorecardId})/goals({goalId})/RefreshGoalTargetValue()
            """),
        new(
            "Mål hämtas inte från andra källor, så de har ingen uppdateringshistorik; svarens historik finns i GET /hsvo/v1/plans/…/reports/…/history.",
            "Goals are not fed from other sources, so they have no refresh history; that of an answer is in GET /hsvo/v1/plans/…/reports/…/history.",
            """
            GET groups/{groupId}/scorecards({scorecardId})/goals({goalId})/GetRefreshHistory()
            """),
        new(
            "Rapporter och instrumentpaneler görs i Power BI mot flödet /odata; samrådets underlag finns i GET /hsvo/v1/meetings/…/summary.",
            "Reports and dashboards are made in Power BI on the feed /odata; the meetings' papers are in GET /hsvo/v1/meetings/…/summary.",
            """
            GET [groups/{groupId}/]reports
            GET [groups/{groupId}/]reports/{reportId}
            DELETE [groups/{groupId}/]reports/{reportId}
            POST [groups/{groupId}/]reports/{reportId}/Clone
            GET [groups/{groupId}/]reports/{reportId}/Export
            POST [groups/{groupId}/]reports/{reportId}/UpdateReportContent
            POST [groups/{groupId}/]reports/{reportId}/Rebind
            GET [groups/{groupId}/]reports/{reportId}/pages
            GET [groups/{groupId}/]reports/{reportId}/pages/{pageName}
            GET [groups/{groupId}/]reports/{reportId}/datasources
            POST [groups/{groupId}/]reports/{reportId}/Default.UpdateDatasources
            POST [groups/{groupId}/]reports/{reportId}/ExportTo
            GET [groups/{groupId}/]reports/{reportId}/exports/{exportId}
            GET [groups/{groupId}/]reports/{reportId}/exports/{exportId}/file
            POST [groups/{groupId}/]reports/{reportId}/Default.BindToGateway
            POST groups/{groupId}/reports/{reportId}/Default.TakeOver
            GET [groups/{groupId}/]dashboards
            POST [groups/{groupId}/]dashboards
            GET [groups/{groupId}/]dashboards/{dashboardId}
            DELETE [groups/{groupId}/]dashboards/{dashboardId}
            GET [groups/{groupId}/]dashboards/{dashboardId}/tiles
            GET [groups/{groupId}/]dashboards/{dashboardId}/tiles/{tileId}
            POST [groups/{groupId}/]dashboards/{dashboardId}/tiles/{tileId}/Clone
            GET apps
            GET apps/{appId}
            GET apps/{appId}/reports
            GET apps/{appId}/reports/{reportId}
            GET apps/{appId}/dashboards
            GET apps/{appId}/dashboards/{dashboardId}
            GET apps/{appId}/dashboards/{dashboardId}/tiles
            GET apps/{appId}/dashboards/{dashboardId}/tiles/{tileId}
            POST CreateTemplateAppInstallTicket
            """),
        new(
            "Inget bäddas in härifrån, så inga token för det ges ut.",
            "Nothing is embedded from here, so no tokens for it are given.",
            """
            POST groups/{groupId}/reports/GenerateToken
            POST groups/{groupId}/reports/{reportId}/GenerateToken
            POST groups/{groupId}/datasets/{datasetId}/GenerateToken
            POST groups/{groupId}/dashboards/{dashboardId}/GenerateToken
            POST groups/{groupId}/dashboards/{dashboardId}/tiles/{tileId}/GenerateToken
            POST GenerateToken
            """),
        new(
            "Filer läses inte in här; rapporter skickas med POST …/rows eller POST /hsvo/v1/reports, planer med POST /hsvo/v1/plans.",
            "Files are not imported here; send reports with POST …/rows or POST /hsvo/v1/reports, plans with POST /hsvo/v1/plans.",
            """
            GET [groups/{groupId}/]imports
            POST [groups/{groupId}/]imports
            GET [groups/{groupId}/]imports/{importId}
            POST [groups/{groupId}/]imports/createTemporaryUploadLocation
            """),
        new(
            "Här finns inga dataflöden; läs flödet /odata.",
            "There are no dataflows here; read the feed /odata.",
            """
            GET groups/{groupId}/dataflows/{dataflowId}
            DELETE groups/{groupId}/dataflows/{dataflowId}
            PATCH groups/{groupId}/dataflows/{dataflowId}
            POST groups/{groupId}/dataflows/{dataflowId}/refreshes
            GET groups/{groupId}/dataflows/{dataflowId}/datasources
            GET groups/{groupId}/dataflows
            GET groups/{groupId}/dataflows/{dataflowId}/upstreamDataflows
            PATCH groups/{groupId}/dataflows/{dataflowId}/refreshSchedule
            GET groups/{groupId}/dataflows/{dataflowId}/transactions
            POST groups/{groupId}/dataflows/transactions/{transactionId}/cancel
            GET dataflowStorageAccounts
            POST groups/{groupId}/AssignToDataflowStorage
            """),
        new(
            "Här finns inga gatewayer: flödet /odata nås direkt.",
            "There are no gateways here: the feed /odata is reached directly.",
            """
            GET gateways
            GET gateways/{gatewayId}
            GET gateways/{gatewayId}/datasources
            POST gateways/{gatewayId}/datasources
            GET gateways/{gatewayId}/datasources/{datasourceId}
            DELETE gateways/{gatewayId}/datasources/{datasourceId}
            PATCH gateways/{gatewayId}/datasources/{datasourceId}
            GET gateways/{gatewayId}/datasources/{datasourceId}/status
            GET gateways/{gatewayId}/datasources/{datasourceId}/users
            POST gateways/{gatewayId}/datasources/{datasourceId}/users
            DELETE gateways/{gatewayId}/datasources/{datasourceId}/users/{emailAdress}
            """),
        new(
            "Här finns inga kapaciteter att tilldela.",
            "There are no capacities to assign here.",
            """
            GET capacities
            GET capacities/{capacityId}/Workloads
            GET capacities/{capacityId}/Workloads/{workloadName}
            PATCH capacities/{capacityId}/Workloads/{workloadName}
            GET capacities/refreshables
            GET capacities/{capacityId}/refreshables
            GET capacities/{capacityId}/refreshables/{refreshableId}
            POST [groups/{groupId}/]AssignToCapacity
            GET [groups/{groupId}/]CapacityAssignmentStatus
            """),
        new(
            "Här finns inga tillval att slå på eller av.",
            "There are no features to turn on or off here.",
            """
            GET availableFeatures
            GET availableFeatures(featureName='{featureName}')
            """),
        new(
            "Här finns inga distributionspipelines; en ny version av en plan läses in med POST /hsvo/v1/plans.",
            "There are no deployment pipelines here; a new version of a plan is imported with POST /hsvo/v1/plans.",
            """
            GET pipelines
            POST pipelines
            GET pipelines/{pipelineId}
            PATCH pipelines/{pipelineId}
            DELETE pipelines/{pipelineId}
            GET pipelines/{pipelineId}/users
            POST pipelines/{pipelineId}/users
            DELETE pipelines/{pipelineId}/users/{identifier}
            GET pipelines/{pipelineId}/stages
            POST pipelines/{pipelineId}/stages/{stageOrder}/assignWorkspace
            POST pipelines/{pipelineId}/stages/{stageOrder}/unassignWorkspace
            GET pipelines/{pipelineId}/stages/{stageOrder}/artifacts
            GET pipelines/{pipelineId}/operations
            GET pipelines/{pipelineId}/operations/{operationId}
            POST pipelines/{pipelineId}/deployAll
            POST pipelines/{pipelineId}/deploy
            """),
        new(
            "Här finns ingen klientorganisation att administrera; samordnaren ställer in området med PUT /hsvo/v1/configuration.",
            "There is no tenant to administer here; the coordinator configures the area with PUT /hsvo/v1/configuration.",
            """
            POST admin/workspaces/getInfo
            GET admin/workspaces/scanStatus/{scanId}
            GET admin/workspaces/scanResult/{scanId}
            GET admin/workspaces/modified
            POST admin/capacities/AssignWorkspaces
            POST admin/capacities/UnassignWorkspaces
            GET admin/datasets
            GET admin/datasets/{datasetId}/datasources
            GET admin/datasets/{datasetId}/users
            GET admin/groups
            GET admin/groups/{groupId}
            PATCH admin/groups/{groupId}
            GET admin/groups/{groupId}/users
            POST admin/groups/{groupId}/users
            DELETE admin/groups/{groupId}/users/{user}
            POST admin/groups/{groupId}/restore
            GET admin/groups/{groupId}/dataflows/{dataflowId}/upstreamDataflows
            GET admin/groups/{groupId}/dashboards
            GET admin/groups/{groupId}/reports
            GET admin/groups/{groupId}/datasets
            GET admin/groups/{groupId}/datasets/upstreamDataflows
            GET admin/groups/{groupId}/dataflows
            GET admin/groups/{groupId}/unused
            GET admin/reports
            GET admin/reports/{reportId}/users
            GET admin/reports/{reportId}/subscriptions
            GET admin/dashboards
            GET admin/dashboards/{dashboardId}/tiles
            GET admin/dashboards/{dashboardId}/users
            GET admin/dashboards/{dashboardId}/subscriptions
            GET admin/widelySharedArtifacts/linksSharedToWholeOrganization
            GET admin/widelySharedArtifacts/publishedToWeb
            GET admin/imports
            POST admin/tenantKeys
            GET admin/tenantKeys
            POST admin/tenantKeys/{tenantKeyId}/Default.Rotate
            GET admin/capacities
            PATCH admin/capacities/{capacityId}
            GET admin/capacities/{capacityId}/users
            GET admin/capacities/refreshables
            GET admin/capacities/{capacityId}/refreshables
            GET admin/capacities/{capacityId}/refreshables/{refreshableId}
            GET admin/dataflows
            GET admin/dataflows/{dataflowId}/export
            GET admin/dataflows/{dataflowId}/datasources
            GET admin/dataflows/{dataflowId}/users
            GET admin/apps
            GET admin/apps/{appId}/users
            GET admin/users/{userId}/artifactAccess
            GET admin/users/{userId}/subscriptions
            GET admin/activityevents
            POST admin/informationprotection/removeLabels
            POST admin/informationprotection/setLabels
            GET admin/pipelines
            GET admin/pipelines/{pipelineId}/users
            POST admin/pipelines/{pipelineId}/users
            DELETE admin/pipelines/{pipelineId}/users/{identifier}
            GET admin/profiles
            DELETE admin/profiles/{profileId}
            GET groups/{groupId}/users
            POST groups/{groupId}/users
            PUT groups/{groupId}/users
            DELETE groups/{groupId}/users/{user}
            """),
    ];
}
