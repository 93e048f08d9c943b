namespace Hsvo.Contracts.OData;

/// <summary>A .pbids file: opened in Power BI Desktop, it begins a report on this feed (Power BI: "Using PBIDS files to get data").</summary>
/// <param name="Version">The file format's version.</param>
/// <param name="Connections">Exactly one, as Power BI has it.</param>
public sealed record DataSourceFile(string Version, IReadOnlyList<DataSourceConnection> Connections);

/// <summary>Where the data is.</summary>
/// <param name="Details">Protocol and address.</param>
/// <param name="Mode">"Import": an OData feed is never queried live.</param>
public sealed record DataSourceConnection(DataSourceDetails Details, string Mode);

/// <summary>Protocol and address.</summary>
/// <param name="Protocol">"odata".</param>
/// <param name="Address">The feed's root.</param>
public sealed record DataSourceDetails(string Protocol, DataSourceAddress Address);

/// <summary>An address.</summary>
/// <param name="Url">The URL.</param>
public sealed record DataSourceAddress(string Url);
