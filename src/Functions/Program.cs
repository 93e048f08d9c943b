using Hsvo.Functions;
using Hsvo.Functions.Health;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api.OpenApi;
using Hsvo.Functions.Http.OData;
using Hsvo.Functions.Http.Operations;
using Hsvo.Functions.Notices;
using Hsvo.Functions.OpenData;
using Hsvo.Functions.Pages;
using Hsvo.Functions.Pages.Forms;
using Hsvo.Functions.Telemetry;
using Hsvo.Storage;
using Hsvo.UseCases;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<TraceMiddleware>();
builder.UseMiddleware<FailureMiddleware>();
builder.AddCrossOrigin();
builder.UseMiddleware<OperationMiddleware>();
builder.UseMiddleware<AuditMiddleware>();
builder.UseMiddleware<AccessMiddleware>();
builder.UseMiddleware<QueryMiddleware>();
builder.UseMiddleware<PlanImportMiddleware>();

builder.Services
    .AddTelemetry()
    .AddUseCases(new AreaOptions(builder.Configuration["Area"] ?? "uppsala"), Disposal.Read(builder.Configuration), NoticeSettings.Read(builder.Configuration))
    .AddStorage(builder.Configuration)
    .AddAccess(builder.Configuration)
    .AddAudit()
    .AddFeedAnswers()
    .AddODataFeed()
    .AddPages()
    .AddForms()
    .AddHealth()
    .AddNotices(builder.Configuration)
    .AddContract(builder.Configuration);
builder.Services.AddSingleton(PublicAddress.Read(builder.Configuration));
builder.Services.AddSingleton(OpenDataSettings.Read(builder.Configuration));
builder.Services.AddPlanImport();

builder.Build().Run();
