using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTraceContext : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Traceparent",
                schema: "ingest",
                table: "receipts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Traceparent",
                schema: "ingest",
                table: "batches",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Traceparent",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Traceparent",
                schema: "ingest",
                table: "batches");
        }
    }
}
