using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BatchCompletion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CompletionAnnounced",
                table: "batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_batches_CompletionAnnounced",
                table: "batches",
                column: "CompletionAnnounced");

            // Batches that finished before there was an event have none.
            migrationBuilder.Sql("""
                UPDATE batches SET "CompletionAnnounced" = 1
                WHERE NOT EXISTS (SELECT 1 FROM receipts AS receipt WHERE receipt."RequestId" = batches."RequestId" AND receipt."State" = 1)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_batches_CompletionAnnounced",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "CompletionAnnounced",
                table: "batches");
        }
    }
}
