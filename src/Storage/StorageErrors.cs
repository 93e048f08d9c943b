using Azure;
using Azure.Identity;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Translates the storage client's errors once, next to the calls: callers never see an exception of the SDK's.</summary>
internal static class StorageErrors
{
    /// <summary>Runs a call and turns "storage doesn't answer" into <see cref="StoreUnavailableException"/>.</summary>
    public static async Task<T> Translate<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (IsUnavailable(e, cancellationToken))
        {
            throw new StoreUnavailableException(e);
        }
    }

    /// <summary>Runs a call without result.</summary>
    public static Task Translate(Func<Task> call, CancellationToken cancellationToken) => Translate(
        async () =>
        {
            await call();
            return true;
        },
        cancellationToken);

    /// <summary>
    /// Somebody else was there first, or changed it meanwhile. No other 409 says so: a container that is being deleted, for one. A blob that a policy keeps
    /// from being changed is one that is there.
    /// </summary>
    public static bool IsConflict(RequestFailedException e) =>
        e.Status == 412 || e is { Status: 409, ErrorCode: "EntityAlreadyExists" or "BlobAlreadyExists" or "BlobImmutableDueToPolicy" };

    /// <summary>Somebody else removed it meanwhile.</summary>
    public static bool IsGone(RequestFailedException e) => e is { Status: 404, ErrorCode: "ResourceNotFound" };

    // Status 0 is a connection that failed; AggregateException is what the client's own retries end in; a cancellation that the caller didn't ask
    // for is the client's network time-out.
    private static bool IsUnavailable(Exception e, CancellationToken cancellationToken) => e switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,

        // A role assignment takes minutes to reach the storage: until then the app waits, as for any storage that is away.
        RequestFailedException { Status: 401 or 403 } or AuthenticationFailedException => true,

        // Its name is free again within a minute.
        RequestFailedException { Status: 409, ErrorCode: "ContainerBeingDeleted" or "TableBeingDeleted" } => true,
        // An answer that broke off: the client passes the failed reading on as it is.
        IOException => true,
        AggregateException a => a.InnerExceptions.All(i => IsUnavailable(i, cancellationToken)),
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };
}
