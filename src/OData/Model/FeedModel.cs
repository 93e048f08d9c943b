using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>The sets of a feed and what may be asked of them: what <c>$metadata</c> tells, and what query options are checked against.</summary>
public sealed class FeedModel
{
    private readonly FrozenDictionary<string, EntitySet> _sets;
    private readonly Lazy<byte[]> _metadata;

    internal FeedModel(IEdmModel edm, IReadOnlyList<EntitySet> sets)
    {
        (Edm, Sets) = (edm, sets);
        _sets = sets.ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);
        _metadata = new(() => MetadataDocument.Write(edm));
    }

    /// <summary>The sets, in the order they were added.</summary>
    public IReadOnlyList<EntitySet> Sets { get; }

    /// <summary>The metadata document: CSDL 4.0 as XML, in UTF-8 (OData CSDL XML 4.01).</summary>
    public ReadOnlyMemory<byte> Metadata => _metadata.Value;

    /// <summary>The entity data model.</summary>
    public IEdmModel Edm { get; }

    /// <summary>Finds a set by its name, in the very case it has.</summary>
    public bool TryFindSet(string name, [NotNullWhen(true)] out EntitySet? set) => _sets.TryGetValue(name, out set);
}
